package prunesweep.trainer.checkpoint;

import java.io.Serializable;
import prunesweep.trainer.result.FailureKind;
import prunesweep.trainer.spec.StageSpec;

/** The outcome of a stage. */
public sealed interface StageOutcome extends Serializable {

  /** The stage. */
  StageSpec stage();

  /**
   * A stage that trained to its stop point, or to the end of the training before it.
   *
   * @param checkpoint where it ended
   */
  record Reached(Checkpoint checkpoint) implements StageOutcome {
    @Override
    public StageSpec stage() {
      return checkpoint.stage();
    }
  }

  /**
   * A stage that failed; no checkpoint of it exists.
   *
   * @param stage the stage
   * @param kind why
   * @param message one sentence for the user
   */
  record Failed(StageSpec stage, FailureKind kind, String message) implements StageOutcome {}
}
