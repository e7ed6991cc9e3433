package prunesweep.trainer.score;

import java.util.Arrays;
import prunesweep.scorer.LayerScorer;
import prunesweep.scorer.ScoredLayer;

/**
 * Layer-adaptive magnitude: the square of the weight over the sum of the squares of all weights of
 * its layer that are not smaller (Lee et al., Layer-adaptive sparsity for the magnitude-based
 * pruning, 2021, equation 4). As there, equal weights stand one before the other, here in flat
 * order, so that exactly one weight of a layer scores 1: one cut over all layers leaves each layer
 * at least one weight as long as there are as many to leave.
 */
final class Lamp implements LayerScorer {

  @Override
  public String name() {
    return "lamp";
  }

  @Override
  public double[] scores(ScoredLayer layer) {
    float[] weights = layer.weights();
    double[] scores = new double[weights.length];
    long[] ascending = ascending(weights);
    double sum = 0;
    for (int place = ascending.length - 1; place >= 0; place--) {
      int index = (int) ascending[place];
      double square = (double) weights[index] * weights[index];
      sum += square;
      scores[index] = sum == 0 ? 0 : square / sum;
    }
    return scores;
  }

  /**
   * The flat indices by absolute value, equal ones in order: in the lower half of each number,
   * below the bits of the absolute value, which sort as it does.
   */
  private static long[] ascending(float[] weights) {
    long[] keys = new long[weights.length];
    Arrays.setAll(
        keys, index -> (long) Float.floatToIntBits(Math.abs(weights[index])) << 32 | index);
    Arrays.sort(keys);
    return keys;
  }
}
