package prunesweep.trainer.schedule;

import java.io.Serializable;
import java.math.BigDecimal;
import prunesweep.trainer.key.Chosen;
import prunesweep.trainer.key.Section;

/** Schedule of what is gone, of all that can be pruned, after each of several prunes. */
public interface Schedule extends Chosen, Serializable {

  @Override
  Section<? extends Schedule> section();

  /**
   * The number of {@code all} weights or units are pruned after prune {@code prune}: never fewer
   * than after the one before, and {@code target} of them, rounded down, after the last.
   *
   * @param prune from 1 to {@code prunes}
   * @param prunes number of prunes, from 1
   * @param target share to prune in all, in [0, 1)
   * @param all what the share is taken of
   */
  long pruned(int prune, int prunes, BigDecimal target, long all);

  /**
   * Words for the first {@code prune} of {@code prunes} prunes: where equal schedules say equal
   * words, these prunes take the same, whatever they are taken of, though number of prunes and
   * target differ. Where nothing else is known they are those of the whole.
   *
   * @param prune from 1 to {@code prunes}
   */
  default String opening(int prune, int prunes, BigDecimal target) {
    return "%d prunes to %s".formatted(prunes, target.toPlainString());
  }

  /**
   * Requires that the target can be reached.
   *
   * @throws prunesweep.trainer.key.InvalidSpecException if {@code prunes} prunes do not reach
   *     {@code target}
   */
  default void requireReachable(int prunes, double target) {}
}
