package prunesweep.trainer.pruning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Activation counters of all hidden neurons, summed over batches. */
final class RunningCounters {

  private final List<long[]> sums = new ArrayList<>();

  void add(List<int[]> counts) {
    if (sums.isEmpty()) {
      counts.forEach(layer -> sums.add(new long[layer.length]));
    }
    for (int layer = 0; layer < sums.size(); layer++) {
      long[] sum = sums.get(layer);
      for (int neuron = 0; neuron < sum.length; neuron++) {
        sum[neuron] += counts.get(layer)[neuron];
      }
    }
  }

  void reset() {
    sums.forEach(layer -> Arrays.fill(layer, 0));
  }

  /** The counters of a hidden layer, from 0. */
  long[] layer(int layer) {
    return sums.get(layer);
  }
}
