package prunesweep.trainer.score;

import java.util.Arrays;
import prunesweep.scorer.LayerScorer;
import prunesweep.scorer.Need;
import prunesweep.scorer.ScoredLayer;

/** The activation counter of the neuron a weight leads into (Ganguli and Chong 2024, section 3). */
final class Neurons implements LayerScorer {

  @Override
  public String name() {
    return "neurons";
  }

  @Override
  public Need need() {
    return Need.COUNTERS;
  }

  @Override
  public double[] scores(ScoredLayer layer) {
    long[] counters = layer.counters();
    double[] scores = new double[layer.weights().length];
    Arrays.setAll(scores, index -> counters[index % counters.length]);
    return scores;
  }
}
