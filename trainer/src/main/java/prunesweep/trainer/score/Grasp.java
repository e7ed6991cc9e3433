package prunesweep.trainer.score;

import java.util.Arrays;
import prunesweep.scorer.LayerScorer;
import prunesweep.scorer.Need;
import prunesweep.scorer.ScoredLayer;

/**
 * The weight times the product of Hessian and gradient (Wang et al., Picking winning tickets before
 * training by preserving gradient flow, 2020, equation 8, logits divided by 200). The paper writes
 * the negative and removes the highest: here as there, what stays is what the norm of the gradient
 * would lose most. Scores have a sign. Networks with convolutions are refused: their second
 * derivatives are not worked out here.
 */
final class Grasp implements LayerScorer {

  @Override
  public String name() {
    return "grasp";
  }

  @Override
  public Need need() {
    return Need.HESSIAN_GRADIENT;
  }

  @Override
  public boolean scoresConvolutions() {
    return false;
  }

  @Override
  public double[] scores(ScoredLayer layer) {
    float[] weights = layer.weights();
    double[] product = layer.hessianGradient();
    double[] scores = new double[weights.length];
    Arrays.setAll(scores, index -> weights[index] * product[index]);
    return scores;
  }
}
