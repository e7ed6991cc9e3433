package prunesweep.trainer.result;

import java.io.Serializable;

/**
 * One epoch of a trial.
 *
 * @param phase which training this epoch belongs to, e.g. {@code training}
 * @param figures of the network; of the validation images loss and accuracy, of the test images
 *     none
 * @param sparsity zero weights over all weights while the epoch ran, 0..1
 * @param seconds wall clock of the epoch
 */
public record EpochResult(String phase, EpochFigures figures, double sparsity, double seconds)
    implements Serializable {

  /** The epoch within its phase, from 1. */
  public int epoch() {
    return figures.epoch();
  }

  /** Mean cross-entropy of the training images, each batch scored before its update. */
  public double trainLoss() {
    return figures.training().loss();
  }

  /** Share of training images classified right, each batch before its update, 0..1. */
  public double trainAccuracy() {
    return figures.training().accuracy();
  }

  /** Mean cross-entropy over the validation images after the epoch. */
  public double validationLoss() {
    return figures.validation().loss();
  }
}
