package prunesweep.driver.spark;

import java.util.HashMap;
import java.util.Map;
import prunesweep.driver.plan.WorkId;

/**
 * Executors lost under trials and stages. Who loses two without having come any further is at
 * fault. Who has lost one is suspect until it has come further: suspects run one at a time, so that
 * who only shares an executor with one at fault is not lost with it twice.
 */
final class Losses {

  private static final int MOST = 2;

  private final Map<WorkId, Integer> counts = new HashMap<>();

  /** Counts a loss; returns true if it is one too many. */
  boolean isAtFault(WorkId work) {
    return counts.merge(work, 1, Integer::sum) >= MOST;
  }

  /** Forgets the losses of what has come further or has ended. */
  void forget(WorkId work) {
    counts.remove(work);
  }

  /** Returns true for what has lost an executor and has not come further since. */
  boolean isSuspect(WorkId work) {
    return counts.containsKey(work);
  }
}
