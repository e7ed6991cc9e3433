package prunesweep.trainer.pruning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import prunesweep.scorer.ScoredLayer;
import prunesweep.scorer.Scorer;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.score.ScoreSpec;
import prunesweep.trainer.score.ScorerException;
import prunesweep.trainer.score.Scorers;

/**
 * A scorer whose answers are checked: one finite number for each weight or unit that it is asked
 * for. Whatever one of the user's own does wrong names it.
 *
 * @param spec the score
 * @param scorer the object that computes it
 */
record AskedScorer(ScoreSpec spec, Scorer scorer) {

  /**
   * The scorer of {@code spec}.
   *
   * @throws ScorerException if it is not here
   */
  static AskedScorer of(ScoreSpec spec) {
    return new AskedScorer(spec, Scorers.of(spec));
  }

  /**
   * The scores of the weights of each layer that {@code view} asks for, by its index.
   *
   * @throws InvalidSpecException if they are not one finite number a weight
   * @throws ScorerException if the user's own scorer fails
   */
  Map<Integer, double[]> scores(ScoredKernels view) {
    List<Integer> asked = view.asked();
    List<double[]> scores = answer(() -> scorer.scores(view));
    int arrays = scores == null ? 0 : scores.size();
    if (scores == null || arrays != asked.size()) {
      throw refused("one array a layer, %d".formatted(asked.size()), arrays);
    }
    Map<Integer, double[]> byLayer = new HashMap<>();
    for (int place = 0; place < arrays; place++) {
      int layer = asked.get(place);
      int weights = view.kernels().get(layer).size();
      byLayer.put(layer, requireFinite(scores.get(place), weights, "weight"));
    }
    return byLayer;
  }

  /**
   * The scores of the units of one layer.
   *
   * @param scores of the weights, as {@link #scores}
   */
  double[] unitScores(ScoredKernels view, int layer, Map<Integer, double[]> scores) {
    ScoredLayer scored = view.layer(layer);
    double[] ofWeights = Objects.requireNonNull(scores.get(layer));
    return requireFinite(
        answer(() -> scorer.unitScores(scored, ofWeights)), scored.units(), "unit");
  }

  /** What fails in a scorer that comes along is a defect of the program's. */
  private <T> @Nullable T answer(Supplier<@Nullable T> question) {
    try {
      return question.get();
    } catch (Exception | LinkageError | StackOverflowError | AssertionError failure) {
      if (spec.jar().isEmpty() || failure instanceof CancellationException) {
        throw failure;
      }
      throw ScorerException.thrown(scorer, spec.name(), failure);
    }
  }

  private double[] requireFinite(double @Nullable [] scores, int count, String what) {
    int numbers = scores == null ? 0 : scores.length;
    if (scores == null || numbers != count) {
      throw refused("one number a %s, %d".formatted(what, count), numbers);
    }
    for (double score : scores) {
      if (!Double.isFinite(score)) {
        throw refused("finite numbers", score);
      }
    }
    return scores;
  }

  private InvalidSpecException refused(String rule, Object answer) {
    return new InvalidSpecException(
        "score", "a scorer that gives " + rule, "%s with %s".formatted(spec.name(), answer));
  }
}
