package prunesweep.trainer.pruning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import prunesweep.trainer.machine.CostMeter;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.NetworkView;
import prunesweep.trainer.random.RandomStream;
import prunesweep.trainer.spec.ActivationPruning;
import prunesweep.trainer.spec.Score;

/**
 * Local activation-based pruning (Ganguli and Chong 2024, algorithms 4 to 6; protocol, section 5):
 * one hidden layer a cycle, first to last, by the counters of one fresh batch. Score {@code
 * neurons} zeroes whole columns, {@code neurons-weights} single weights. After a prune the next one
 * waits until the accuracy is back where it was.
 */
public final class LocalActivation implements PruningProcedure {

  private final ActivationPruning method;
  private final CounterBatch batch;
  private double threshold;
  private int layersDone;

  /** The procedure from the first hidden layer on. */
  public LocalActivation(ActivationPruning method, CounterBatch batch) {
    this.method = method;
    this.batch = batch;
    this.threshold = method.firstThreshold();
  }

  @Override
  public Optional<Prune> afterEpoch(int epoch, double trainAccuracy, NetworkView network) {
    if (trainAccuracy < threshold) {
      return Optional.empty();
    }
    List<Kernel> kernels = network.hiddenKernels();
    return layersDone == kernels.size()
        ? Optional.empty()
        : Optional.of(prune(kernels, batch.count(network, epoch), trainAccuracy));
  }

  private Prune prune(List<Kernel> kernels, List<int[]> counters, double trainAccuracy) {
    CostMeter meter = CostMeter.started();
    Kernel kernel = kernels.get(layersDone);
    boolean[] selected = select(kernel, counters.get(layersDone));
    Mask before = Mask.ofNonZero(kernels);
    Mask mask = before.without(onlyLayer(kernels, selected));
    double opened = threshold;
    threshold = trainAccuracy;
    layersDone++;
    long pruned = before.keptWeights() - mask.keptWeights();
    return new Prune(layersDone, opened, mask, pruned, meter.cost());
  }

  private boolean[] select(Kernel kernel, int[] counter) {
    return method.score() == Score.NEURONS ? columns(kernel, counter) : weights(kernel, counter);
  }

  private boolean[] weights(Kernel kernel, int[] counter) {
    DoubleSupplier random = RandomStream.of(batch.seed(), "scores", layersDone)::nextDouble;
    long[] counted = Arrays.stream(counter).asLongStream().toArray();
    double[] scores = WeightScores.of(method.score(), kernel, counted, random);
    int count = Share.of(method.target(), kernel.size());
    return Selector.lowest(List.of(scores), count).get(0);
  }

  private boolean[] columns(Kernel kernel, int[] counter) {
    double[] scores = new double[counter.length];
    for (int neuron = 0; neuron < scores.length; neuron++) {
      scores[neuron] = counter[neuron];
    }
    int count = Share.of(method.target(), kernel.units());
    boolean[] neurons = Selector.lowest(List.of(scores), count).get(0);
    boolean[] selected = new boolean[kernel.size()];
    for (int index = 0; index < selected.length; index++) {
      selected[index] = neurons[index % kernel.units()];
    }
    return selected;
  }

  private List<boolean[]> onlyLayer(List<Kernel> kernels, boolean[] selected) {
    List<boolean[]> pruned = new ArrayList<>();
    for (int layer = 0; layer < kernels.size(); layer++) {
      pruned.add(layer == layersDone ? selected : new boolean[kernels.get(layer).size()]);
    }
    return pruned;
  }
}
