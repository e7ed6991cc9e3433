package prunesweep.driver.spark;

import java.util.Optional;
import prunesweep.trainer.checkpoint.Checkpoint;
import prunesweep.trainer.spec.StageId;
import prunesweep.trainer.spec.StageSpec;

/** Keeps the checkpoints of stages beyond the run that trained them; called by one thread only. */
public interface StageStore {

  /** The checkpoint that an earlier run kept; empty when there is none that can be used. */
  Optional<Checkpoint> find(StageSpec stage);

  /** Keeps a checkpoint; called before anything goes on from it. */
  void keep(Checkpoint checkpoint);

  /** Forgets the checkpoint of a stage from which no more trials go on. */
  void drop(StageId stage);
}
