package prunesweep.trainer.pruning;

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
 */
public record Prune(int cycle, double threshold, Mask mask, long prunedWeights, Cost cost) {

  /** This prune, opened by the running training accuracy {@code reached}. */
  public Prune openedAt(double reached) {
    return new Prune(cycle, reached, mask, prunedWeights, cost);
  }
}
