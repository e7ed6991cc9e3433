package prunesweep.driver.run;

import java.util.EnumSet;
import java.util.Set;
import prunesweep.driver.tables.TrialStatus;

/** The treatment of trials that are finished already. */
public enum RetryPolicy {
  /** Their rows stay; they are not run again. */
  KEEP_FAILED,
  /** Those that failed are run again. */
  RETRY_FAILED,
  /** All are run again, and so are the stages they share. */
  RETRAIN;

  /** The ends of trials that are kept. */
  Set<TrialStatus> kept() {
    return switch (this) {
      case KEEP_FAILED -> EnumSet.allOf(TrialStatus.class);
      case RETRY_FAILED -> EnumSet.of(TrialStatus.DONE);
      case RETRAIN -> EnumSet.noneOf(TrialStatus.class);
    };
  }
}
