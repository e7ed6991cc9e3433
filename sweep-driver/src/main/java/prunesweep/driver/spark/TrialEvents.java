package prunesweep.driver.spark;

import java.util.List;
import prunesweep.driver.progress.Ended;
import prunesweep.driver.progress.Underway;
import prunesweep.trainer.spec.StageId;
import prunesweep.trainer.trial.TrialOutcome;

/** Listener for the progress of a sweep; called by one thread only. */
public interface TrialEvents {

  /**
   * Reports the numbers of trials and stages that are submitted and not finished.
   *
   * @param slots how many run at once
   */
  void running(int trials, int stages, int slots);

  /** Reports where all stand that run now; some times a second. */
  void progressed(List<Underway> underway);

  /** Reports the trials that finished; called before more are submitted. */
  void finished(List<TrialOutcome> outcomes);

  /** Reports a trial or stage of which nothing is left to do; of a trial after it finished. */
  void ended(Ended ended);

  /**
   * Reports that a stage failed, and how many trials that should have gone on from it run alone.
   *
   * @param message the reason, one sentence
   */
  void stageFailed(StageId stage, String message, int trials);
}
