package prunesweep.trainer.pruning;

import java.util.Arrays;
import java.util.List;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.network.NetworkView;
import prunesweep.trainer.random.RandomStream;
import prunesweep.trainer.spec.Counter;
import prunesweep.trainer.spec.CounterSpec;

/**
 * Counts over one random batch an epoch (Ganguli and Chong 2024, algorithm 2; protocol, section 3).
 * Labels are not read.
 */
public final class CounterBatch {

  private final LabelledImages source;
  private final int size;
  private final Counter counter;
  private final long seed;

  /** Batches of {@code size} images of {@code source}, drawn with replacement. */
  public CounterBatch(LabelledImages source, int size, Counter counter, long seed) {
    this.source = source;
    this.size = size;
    this.counter = counter;
    this.seed = seed;
  }

  /** The batches that {@code spec} describes, out of {@code dataset}. */
  public static CounterBatch of(CounterSpec spec, Dataset dataset, long seed) {
    LabelledImages source =
        switch (spec.source()) {
          case TRAIN -> dataset.training();
          case HELD_OUT -> dataset.validation();
        };
    return new CounterBatch(source, spec.batch(), spec.counter(), seed);
  }

  /** Counts a fresh batch after {@code epoch}, when a prune asks for it. */
  public Counting afterEpoch(int epoch) {
    return network -> asLongs(count(network, "counters", epoch));
  }

  /** Counts a fresh batch after {@code step} of a training with prunes between its steps. */
  public Counting afterStep(int step) {
    return network -> asLongs(count(network, "counters-steps", step));
  }

  private static List<long[]> asLongs(List<int[]> counts) {
    return counts.stream().map(layer -> Arrays.stream(layer).asLongStream().toArray()).toList();
  }

  /** The counters of a fresh batch after {@code epoch}: one array a hidden layer. */
  List<int[]> count(NetworkView network, int epoch) {
    return count(network, "counters", epoch);
  }

  private List<int[]> count(NetworkView network, String stream, int index) {
    int[] images = RandomStream.of(seed, stream, index).ints(size, 0, source.count()).toArray();
    List<int[]> active = network.activeImages(source, images);
    return counter == Counter.ACTIVE ? active : active.stream().map(this::inactive).toList();
  }

  private int[] inactive(int[] active) {
    int[] inactive = new int[active.length];
    for (int neuron = 0; neuron < active.length; neuron++) {
      inactive[neuron] = size - active[neuron];
    }
    return inactive;
  }
}
