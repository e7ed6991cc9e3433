package prunesweep.driver.spark;

import prunesweep.trainer.checkpoint.StageOutcome;
import prunesweep.trainer.trial.TrialOutcome;

/** Result of a job: the outcome of its trial or stage, or the loss of the cluster. */
sealed interface JobResult {

  /** The job that ended. */
  SweepJob job();

  /** Epochs of its training; 0 where there is no outcome. */
  default int epochs() {
    return 0;
  }

  /** Wall clock of the job. */
  double seconds();

  /**
   * A trial ended.
   *
   * @param seconds wall clock of the job
   */
  record Trial(SweepJob job, TrialOutcome outcome, double seconds) implements JobResult {

    @Override
    public int epochs() {
      return outcome instanceof TrialOutcome.Completed completed
          ? completed.epochs().size() - completed.summary().epochsShared()
          : 0;
    }
  }

  /**
   * A stage ended.
   *
   * @param seconds wall clock of the job
   */
  record Stage(SweepJob job, StageOutcome outcome, double seconds) implements JobResult {

    @Override
    public int epochs() {
      return outcome instanceof StageOutcome.Reached reached ? reached.checkpoint().epochs() : 0;
    }
  }

  /**
   * The task ended otherwise than by itself, most often with its executor.
   *
   * @param reason why, for the user
   * @param seconds wall clock of the job
   */
  record Broken(SweepJob job, String reason, double seconds) implements JobResult {}

  /** The cluster is lost or cannot be used. */
  record Lost(SweepJob job, ClusterException why, double seconds) implements JobResult {}
}
