package prunesweep.driver.spark;

import java.util.List;
import prunesweep.trainer.result.TrialOutcome;

/** Hears how a sweep goes; called by one thread only. */
public interface TrialEvents {

  /** So many trials are submitted and not finished. */
  void running(int trials);

  /** These trials finished; called before more are submitted. */
  void finished(List<TrialOutcome> outcomes);
}
