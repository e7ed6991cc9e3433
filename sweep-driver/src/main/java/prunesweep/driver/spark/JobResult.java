package prunesweep.driver.spark;

import prunesweep.trainer.checkpoint.StageOutcome;
import prunesweep.trainer.trial.TrialOutcome;

/** Result of a job: the outcome of its trial or stage, or the loss of the cluster. */
sealed interface JobResult {

  /** The job that ended. */
  SweepJob job();

  /** A trial ended. */
  record Trial(SweepJob job, TrialOutcome outcome) implements JobResult {}

  /** A stage ended. */
  record Stage(SweepJob job, StageOutcome outcome) implements JobResult {}

  /**
   * The task ended otherwise than by itself, most often with its executor.
   *
   * @param reason why, for the user
   * @param seconds wall clock of the job
   */
  record Broken(SweepJob job, String reason, double seconds) implements JobResult {}

  /** The cluster is lost or cannot be used. */
  record Lost(SweepJob job, ClusterException why) implements JobResult {}
}
