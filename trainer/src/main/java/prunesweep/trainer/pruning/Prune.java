package prunesweep.trainer.pruning;

import java.util.Optional;
import prunesweep.trainer.machine.Cost;
import prunesweep.trainer.network.Mask;

/**
 * One prune to be made.
 *
 * @param cycle from 1
 * @param threshold the running training accuracy that opened it, 0..1; NaN where none did
 * @param mask every weight kept after it
 * @param prunedWeights non-zero weights this prune sets to zero
 * @param cost of scoring, selecting and making the mask; counting is not in it
 * @param regrown the mask that is held from then on, where weights grow again: all of {@code mask}
 *     and others, which start at zero and with nothing remembered of them
 */
public record Prune(
    int cycle, double threshold, Mask mask, long prunedWeights, Cost cost, Optional<Mask> regrown) {

  /** A prune after which nothing grows again. */
  public Prune(int cycle, double threshold, Mask mask, long prunedWeights, Cost cost) {
    this(cycle, threshold, mask, prunedWeights, cost, Optional.empty());
  }

  /** This prune, opened by the running training accuracy {@code reached}. */
  public Prune openedAt(double reached) {
    return new Prune(cycle, reached, mask, prunedWeights, cost, regrown);
  }

  /** The number of weights that grow again. */
  public long regrownWeights() {
    return regrown.map(held -> held.keptWeights() - mask.keptWeights()).orElse(0L);
  }
}
