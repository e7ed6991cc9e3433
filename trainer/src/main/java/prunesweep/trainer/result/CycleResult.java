package prunesweep.trainer.result;

import java.io.Serializable;

/**
 * One prune.
 *
 * @param cycle from 1
 * @param epoch the epoch at whose end it happened, from 1
 * @param threshold the running training accuracy that opened it, 0..1
 * @param trainAccuracy the accuracy that reached it, 0..1
 * @param prunedWeights weights set to zero by this prune
 * @param sparsity zero weights over all weights after it, 0..1; those that grow again count as not
 *     zero
 * @param selection what it cost
 * @param regrownWeights weights that it lets grow again
 */
public record CycleResult(
    int cycle,
    int epoch,
    double threshold,
    double trainAccuracy,
    long prunedWeights,
    double sparsity,
    SelectionCost selection,
    long regrownWeights)
    implements Serializable {

  /** A prune after which nothing grows again. */
  public CycleResult(
      int cycle,
      int epoch,
      double threshold,
      double trainAccuracy,
      long prunedWeights,
      double sparsity,
      SelectionCost selection) {
    this(cycle, epoch, threshold, trainAccuracy, prunedWeights, sparsity, selection, 0);
  }
}
