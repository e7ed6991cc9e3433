package prunesweep.trainer.result;

import java.io.Serializable;

/**
 * The figures of a finished trial; accuracies and shares are 0..1.
 *
 * @param stopReason target-accuracy, early-stopping or max-epochs
 * @param cyclesDone prunes made
 * @param epochs epochs trained
 * @param trainAccuracy running training accuracy of the last epoch
 * @param validationAccuracy validation accuracy after the last epoch
 * @param testAccuracy share of test images classified right
 * @param testTop5 share of test images whose class is among the five best outputs
 * @param class0Top1Test share of test images whose best output is class 0, the paper's "top 1"
 * @param class0Top5Test share of test images with class 0 among the five best, its "top 5"
 * @param weights kernel weights of all layers, output included, biases not
 * @param nonzeroWeights those that are not exactly zero
 * @param flops floating-point operations of one image: two a non-zero weight and place
 * @param seconds wall clock of the trial, without the epochs it shared
 * @param epochsShared those of its epochs that a stage trained for several trials
 */
public record TrialSummary(
    String stopReason,
    int cyclesDone,
    int epochs,
    double trainAccuracy,
    double validationAccuracy,
    double testAccuracy,
    double testTop5,
    double class0Top1Test,
    double class0Top5Test,
    long weights,
    long nonzeroWeights,
    long flops,
    double seconds,
    int epochsShared)
    implements Serializable {

  /** The same of a trial that took {@code seconds}. */
  public TrialSummary lasting(double seconds) {
    return new TrialSummary(
        stopReason,
        cyclesDone,
        epochs,
        trainAccuracy,
        validationAccuracy,
        testAccuracy,
        testTop5,
        class0Top1Test,
        class0Top5Test,
        weights,
        nonzeroWeights,
        flops,
        seconds,
        epochsShared);
  }

  /** Zero weights over all weights, 0..1. */
  public double sparsity() {
    return (weights - nonzeroWeights) / (double) weights;
  }

  /** All weights over non-zero weights, at least 1. */
  public double compressionRatio() {
    return weights / (double) nonzeroWeights;
  }

  /** Floating-point operations of one image, in thousands. */
  public double kiloFlops() {
    return flops / 1000.0;
  }
}
