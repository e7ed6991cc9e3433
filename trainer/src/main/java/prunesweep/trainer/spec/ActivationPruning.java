package prunesweep.trainer.spec;

import java.util.Optional;

/**
 * Pruning by activation counters during training (Ganguli and Chong 2024; protocol, sections 3-5).
 *
 * @param scope which weights compete
 * @param score what makes a weight important
 * @param counter what a counter counts
 * @param counterSource where its images come from
 * @param counterBatch images of one counter batch, drawn with replacement
 * @param target share to prune, in (0, 1): of all weights (global) or of each hidden layer (local)
 * @param firstThreshold running training accuracy that opens the first cycle, in (0, 1)
 * @param withinLayer which weights of a layer go; a control of scope global
 */
public record ActivationPruning(
    Scope scope,
    Score score,
    Counter counter,
    CounterSource counterSource,
    int counterBatch,
    double target,
    double firstThreshold,
    WithinLayer withinLayer)
    implements MethodSpec {

  public ActivationPruning {
    Require.between("counter-batch", counterBatch, 1, 1_000_000);
    Require.share("target", target);
    Require.share("first-threshold", firstThreshold);
    if (scope instanceof LocalScope && withinLayer != WithinLayer.SCORE) {
      throw new InvalidSpecException(
          "within-layer", "score where scope is local", withinLayer.label());
    }
  }

  /** Pruning in which the score alone chooses. */
  public ActivationPruning(
      Scope scope,
      Score score,
      Counter counter,
      CounterSource counterSource,
      int counterBatch,
      double target,
      double firstThreshold) {
    this(
        scope,
        score,
        counter,
        counterSource,
        counterBatch,
        target,
        firstThreshold,
        WithinLayer.SCORE);
  }

  /** What is counted. */
  public CounterSpec counting() {
    return new CounterSpec(counter, counterSource, counterBatch);
  }

  /** What is added up epoch by epoch before the first prune; empty where nothing is. */
  public Optional<CounterSpec> countedBeforeFirstPrune() {
    return scope instanceof GlobalScope ? Optional.of(counting()) : Optional.empty();
  }

  @Override
  public String label() {
    return "activation";
  }

  @Override
  public void describe(CanonicalText text) {
    text.put("method", label());
    scope.describe(text);
    text.put("score", score.label());
    text.put("counter", counter.label());
    text.put("counter-source", counterSource.label());
    text.put("counter-batch", counterBatch);
    text.put("target", target);
    text.put("first-threshold", firstThreshold);
    if (withinLayer != WithinLayer.SCORE) {
      text.put("within-layer", withinLayer.label());
    }
  }
}
