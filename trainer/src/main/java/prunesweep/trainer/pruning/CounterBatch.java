package prunesweep.trainer.pruning;

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

  /** The seed that its batches derive from. */
  long seed() {
    return seed;
  }

  /** The counters of a fresh batch after {@code epoch}: one array a hidden layer. */
  List<int[]> count(NetworkView network, int epoch) {
    int[] images = RandomStream.of(seed, "counters", epoch).ints(size, 0, source.count()).toArray();
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
