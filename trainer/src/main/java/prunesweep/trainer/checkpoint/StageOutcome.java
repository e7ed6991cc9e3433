package prunesweep.trainer.checkpoint;

import java.io.Serializable;
import prunesweep.trainer.result.FailureKind;

/** How a stage ended. */
public sealed interface StageOutcome extends Serializable {

  /**
   * A stage that trained to its stop point, or to the end of the training before it.
   *
   * @param checkpoint where it ended
   */
  record Reached(Checkpoint checkpoint) implements StageOutcome {}

  /**
   * A stage that failed; no checkpoint of it exists.
   *
   * @param kind why
   * @param message one sentence for the user
   */
  record Failed(FailureKind kind, String message) implements StageOutcome {}
}
