package prunesweep.driver.plan;

import java.io.Serializable;
import prunesweep.trainer.spec.StageId;
import prunesweep.trainer.spec.TrialId;

/**
 * Name of a trial or a stage, one for both kinds.
 *
 * @param value e.g. {@code trial-0123456789abcdef}
 */
public record WorkId(String value) implements Serializable {

  /** The name of a trial. */
  public static WorkId of(TrialId trial) {
    return new WorkId("trial-" + trial);
  }

  /** The name of a stage. */
  public static WorkId of(StageId stage) {
    return new WorkId("stage-" + stage);
  }

  @Override
  public String toString() {
    return value;
  }
}
