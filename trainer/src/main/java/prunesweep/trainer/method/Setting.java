package prunesweep.trainer.method;

import java.util.List;
import java.util.function.Function;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.pruning.CounterBatch;
import prunesweep.trainer.pruning.Pruner;
import prunesweep.trainer.pruning.RunningCounters;
import prunesweep.trainer.pruning.Selection;
import prunesweep.trainer.spec.CounterSpec;
import prunesweep.trainer.spec.TrainingSpec;

/**
 * Surroundings that a procedure works in.
 *
 * @param dataset the images
 * @param network the architecture
 * @param training the training protocol
 * @param seed the one source of randomness
 * @param counted what a training that goes on from a stage has counted there: one array a hidden
 *     layer, none where nothing is counted yet
 */
public record Setting(
    Dataset dataset,
    Architecture network,
    TrainingSpec training,
    long seed,
    Function<CounterSpec, List<long[]>> counted) {

  /** The pruner of {@code selection} in {@code prunes} prunes. */
  public Pruner pruner(Selection selection, int prunes) {
    return new Pruner(selection, dataset, network, seed, prunes);
  }

  /** Batches to count over. */
  public CounterBatch batch(CounterSpec counter) {
    return CounterBatch.of(counter, dataset, seed);
  }

  /** Counters that go on from where the training stands. */
  public RunningCounters counters(CounterSpec counter) {
    return new RunningCounters(batch(counter), counted.apply(counter));
  }

  /** Steps of one epoch. */
  public int stepsAnEpoch() {
    int batch = training.batchSize();
    return (dataset.training().count() + batch - 1) / batch;
  }
}
