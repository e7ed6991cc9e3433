package prunesweep.trainer.result;

import java.io.Serializable;

/**
 * The dense network of the same seed, its hidden layers reduced to a pruned network's ranks; shares
 * are 0..1.
 *
 * @param denseTrialId the id of its trial
 * @param reduction pca or svd
 * @param ranks of the hidden layers, first to last, e.g. {@code 60/40/20/10}
 * @param testAccuracy share of test images it classifies right
 * @param class0Top1Test share of test images whose best output is class 0
 * @param class0Top5Test share of test images with class 0 among the five best
 * @param prunedTestAccuracy share of test images the pruned network classifies right
 */
public record ReductionResult(
    String denseTrialId,
    String reduction,
    String ranks,
    double testAccuracy,
    double class0Top1Test,
    double class0Top5Test,
    double prunedTestAccuracy)
    implements Serializable {}
