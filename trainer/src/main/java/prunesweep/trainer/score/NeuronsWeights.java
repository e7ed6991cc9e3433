package prunesweep.trainer.score;

import java.util.Arrays;
import prunesweep.scorer.LayerScorer;
import prunesweep.scorer.Need;
import prunesweep.scorer.ScoredLayer;

/**
 * The activation counter of the neuron a weight leads into times the absolute value of the weight
 * (Ganguli and Chong 2024, section 3). Exact in a double: a counter below 2^29 times a 24-bit
 * weight.
 */
final class NeuronsWeights implements LayerScorer {

  @Override
  public String name() {
    return "neurons-weights";
  }

  @Override
  public Need need() {
    return Need.COUNTERS;
  }

  @Override
  public double[] scores(ScoredLayer layer) {
    long[] counters = layer.counters();
    float[] weights = layer.weights();
    double[] scores = new double[weights.length];
    Arrays.setAll(
        scores, index -> counters[index % counters.length] * (double) Math.abs(weights[index]));
    return scores;
  }
}
