package prunesweep.trainer.score;

import prunesweep.scorer.LayerScorer;
import prunesweep.scorer.Need;
import prunesweep.scorer.ScoredLayer;

/**
 * Connection sensitivity, the absolute value of weight times gradient (Lee et al., SNIP:
 * Single-shot network pruning based on connection sensitivity, 2019, equations 5 and 6), summed
 * over the batches. Their division by the sum over the network changes no order and is left out.
 */
final class Snip implements LayerScorer {

  @Override
  public String name() {
    return "snip";
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
        scores[index] += Math.abs((double) weights[index] * gradient[index]);
      }
    }
    return scores;
  }
}
