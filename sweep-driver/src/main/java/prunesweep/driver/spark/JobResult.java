package prunesweep.driver.spark;

import prunesweep.trainer.checkpoint.StageOutcome;
import prunesweep.trainer.result.TrialOutcome;

/** What became of a job: an outcome, or what ended the sweep. */
sealed interface Ended {

  /** The work of the job. */
  Work work();

  /** A trial ended. */
  record Trial(Work work, TrialOutcome outcome) implements Ended {}

  /** A stage ended. */
  record Stage(Work work, StageOutcome outcome) implements Ended {}

  /** The cluster is lost or cannot be used. */
  record Lost(Work work, ClusterException why) implements Ended {}
}
