package prunesweep.trainer.result;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The dense network of the same seed, its hidden layers reduced to a pruned network's ranks.
 *
 * @param denseTrialId the id of its trial
 * @param reduction pca or svd; pca-retrained or svd-retrained where it was trained on after that
 * @param ranks of the hidden layers, first to last, e.g. {@code 60/40/20/10}
 * @param test its figures on the test images
 * @param prunedTestAccuracy share of test images the pruned network classifies right, 0..1
 * @param trained what training on made of it; null where it was not
 */
public record ReductionResult(
    String denseTrialId,
    String reduction,
    String ranks,
    Evaluation test,
    double prunedTestAccuracy,
    @Nullable Trained trained)
    implements Serializable {

  /** A network that was not trained on. */
  public ReductionResult(
      String denseTrialId,
      String reduction,
      String ranks,
      Evaluation test,
      double prunedTestAccuracy) {
    this(denseTrialId, reduction, ranks, test, prunedTestAccuracy, null);
  }

  /** What training on made of it. */
  public Optional<Trained> training() {
    return Optional.ofNullable(trained);
  }

  /**
   * Training after the cut.
   *
   * @param epochs how many
   * @param stopReason why there were no more
   * @param ranks of the hidden layers after it, e.g. {@code 300/200/100/50}
   */
  public record Trained(int epochs, String stopReason, String ranks) implements Serializable {}
}
