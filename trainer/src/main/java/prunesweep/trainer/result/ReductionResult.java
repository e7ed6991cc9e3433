package prunesweep.trainer.result;

import java.io.Serializable;

/**
 * The dense network of the same seed, its hidden layers reduced to a pruned network's ranks.
 *
 * @param denseTrialId the id of its trial
 * @param reduction pca or svd
 * @param ranks of the hidden layers, first to last, e.g. {@code 60/40/20/10}
 * @param test its figures on the test images
 * @param prunedTestAccuracy share of test images the pruned network classifies right, 0..1
 */
public record ReductionResult(
    String denseTrialId, String reduction, String ranks, Evaluation test, double prunedTestAccuracy)
    implements Serializable {}
