package prunesweep.trainer.score;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import prunesweep.scorer.LayerScorer;
import prunesweep.scorer.ScoredLayer;

/** A uniform random number that depends neither on weight nor layer: a control. */
final class RandomScore implements LayerScorer {

  static final String NAME = "random";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public double[] scores(ScoredLayer layer) {
    RandomGenerator random = layer.random();
    double[] scores = new double[layer.weights().length];
    Arrays.setAll(scores, index -> random.nextDouble());
    return scores;
  }

  @Override
  public double[] unitScores(ScoredLayer layer, double[] scores) {
    return Arrays.copyOf(scores, layer.units());
  }
}
