package prunesweep.trainer.score;

import java.util.Arrays;
import prunesweep.scorer.LayerScorer;
import prunesweep.scorer.Need;
import prunesweep.scorer.ScoredLayer;

/**
 * Half the square of the weight times the mean of the squared gradients of single images: what the
 * loss rises by to second order when the weight goes, with the diagonal of the empirical Fisher
 * information for that of the Hessian (LeCun et al., Optimal brain damage, 1990; Theis et al.,
 * Faster gaze prediction with dense networks and Fisher pruning, 2018). Of a unit the sum over its
 * incoming weights.
 */
final class Fisher implements LayerScorer {

  @Override
  public String name() {
    return "fisher";
  }

  @Override
  public Need need() {
    return Need.SQUARED_GRADIENTS;
  }

  @Override
  public double[] scores(ScoredLayer layer) {
    float[] weights = layer.weights();
    double[] information = layer.squaredGradients();
    double[] scores = new double[weights.length];
    Arrays.setAll(
        scores, index -> (double) weights[index] * weights[index] * information[index] / 2);
    return scores;
  }

  @Override
  public double[] unitScores(ScoredLayer layer, double[] scores) {
    return layer.unitSums(scores);
  }
}
