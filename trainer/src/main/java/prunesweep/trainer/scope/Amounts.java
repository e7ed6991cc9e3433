package prunesweep.trainer.scope;

import java.math.BigDecimal;
import prunesweep.trainer.schedule.Schedule;

/**
 * Amounts that each prune takes.
 *
 * @param schedule how it is spread over the prunes
 * @param prunes number of prunes, from 1
 * @param target share to prune in all, in [0, 1)
 */
public record Amounts(Schedule schedule, int prunes, double target) {

  /** The amount that prune {@code prune}, from 1, takes of {@code all}. */
  public long of(int prune, long all) {
    return until(prune, all) - until(prune - 1, all);
  }

  /** The amount that is gone of {@code all} after prune {@code prune}; 0 before the first. */
  public long until(int prune, long all) {
    return prune == 0 ? 0 : schedule.pruned(prune, prunes, BigDecimal.valueOf(target), all);
  }

  /** Words that tell whether the first {@code prune} prunes take the same as those of others. */
  public String opening(int prune) {
    return schedule.opening(prune, prunes, BigDecimal.valueOf(target));
  }

  /** The amount that all prunes take of {@code all} together. */
  public long inAll(long all) {
    return until(prunes, all);
  }
}
