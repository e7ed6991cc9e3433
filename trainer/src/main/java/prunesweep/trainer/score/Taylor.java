package prunesweep.trainer.score;

import prunesweep.scorer.LayerScorer;
import prunesweep.scorer.Need;
import prunesweep.scorer.ScoredLayer;

/**
 * The square of weight times gradient, which is the square of what the loss changes by to first
 * order when the weight goes, summed over the batches (Molchanov et al., Importance estimation for
 * neural network pruning, 2019); of a unit the sum over its incoming weights.
 */
final class Taylor implements LayerScorer {

  @Override
  public String name() {
    return "taylor";
  }

  @Override
  public Need need() {
    return Need.GRADIENTS;
  }

  @Override
  public double[] scores(ScoredLayer layer) {
    float[] weights = layer.weights();
    double[] scores = new double[weights.length];
    for (float[] gradient : layer.gradients()) {
      for (int index = 0; index < scores.length; index++) {
        double change = (double) weights[index] * gradient[index];
        scores[index] += change * change;
      }
    }
    return scores;
  }

  @Override
  public double[] unitScores(ScoredLayer layer, double[] scores) {
    return layer.unitSums(scores);
  }
}
