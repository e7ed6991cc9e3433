package prunesweep.trainer.score;

import java.util.Arrays;
import prunesweep.scorer.LayerScorer;
import prunesweep.scorer.ScoredLayer;

/**
 * The absolute value of the weight (Han et al., Learning both weights and connections, 2015); of a
 * unit the Euclidean norm of its incoming weights.
 */
final class Magnitude implements LayerScorer {

  static final String NAME = "magnitude";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public double[] scores(ScoredLayer layer) {
    float[] weights = layer.weights();
    double[] scores = new double[weights.length];
    Arrays.setAll(scores, index -> Math.abs(weights[index]));
    return scores;
  }

  /** Squares of the norms, which sort as the norms do and need no roots. */
  @Override
  public double[] unitScores(ScoredLayer layer, double[] scores) {
    double[] squares = new double[layer.units()];
    for (int index = 0; index < scores.length; index++) {
      squares[index % squares.length] += scores[index] * scores[index];
    }
    return squares;
  }
}
