package prunesweep.driver.spark;

import java.util.List;
import prunesweep.trainer.spec.StageId;
import prunesweep.trainer.trial.TrialOutcome;

/** Hears how a sweep goes; called by one thread only. */
public interface TrialEvents {

  /** So many trials and stages are submitted and not finished. */
  void running(int trials, int stages);

  /** These trials finished; called before more are submitted. */
  void finished(List<TrialOutcome> outcomes);

  /**
   * A stage failed; so many trials that should have gone on from it run alone instead.
   *
   * @param message why, one sentence
   */
  void stageFailed(StageId stage, String message, int trials);
}
