package prunesweep.trainer.pruning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import prunesweep.trainer.network.NetworkView;

/** Activation counters of all hidden neurons, summed over one batch an epoch. */
public final class RunningCounters {

  private final CounterBatch batch;
  private final List<long[]> sums = new ArrayList<>();

  /**
   * Counters that go on from {@code before}.
   *
   * @param before one array a hidden layer, as {@link #sums} gave it; empty when nothing is counted
   */
  public RunningCounters(CounterBatch batch, List<long[]> before) {
    this.batch = batch;
    restore(before);
  }

  /** Goes on from {@code before} instead of what is counted. */
  public void restore(List<long[]> before) {
    sums.clear();
    before.forEach(layer -> sums.add(layer.clone()));
  }

  /** Adds the counters of a fresh batch after {@code epoch}. */
  public void count(NetworkView network, int epoch) {
    List<int[]> counts = batch.count(network, epoch);
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

  /** Starts again from zero. */
  public void reset() {
    sums.forEach(layer -> Arrays.fill(layer, 0));
  }

  /** A copy of all counters, one array a hidden layer; empty when nothing is counted. */
  public List<long[]> sums() {
    return sums.stream().map(long[]::clone).toList();
  }
}
