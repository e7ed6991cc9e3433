package prunesweep.trainer.pruning;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Mask;

/**
 * The momentum of all weights of a network, those that a mask holds at zero too: with each batch it
 * becomes factor x momentum + gradient, in 32 bits, as that of an optimiser.
 *
 * @param kernels one a layer; none before the first batch
 */
public record Momentum(List<Kernel> kernels) implements Serializable {

  /** Before the first batch. */
  public static final Momentum NONE = new Momentum(List.of());

  public Momentum {
    kernels = List.copyOf(kernels);
  }

  /**
   * The momentum after a batch.
   *
   * @param factor from 0, where the gradients alone count, and below 1
   * @param gradients of the batch, one kernel a layer
   */
  public Momentum after(double factor, List<Kernel> gradients) {
    if (kernels.isEmpty()) {
      return new Momentum(gradients);
    }
    List<Kernel> moved = new ArrayList<>();
    for (int layer = 0; layer < kernels.size(); layer++) {
      moved.add(moved((float) factor, kernels.get(layer), gradients.get(layer)));
    }
    return new Momentum(moved);
  }

  private static Kernel moved(float factor, Kernel momentum, Kernel gradient) {
    float[] moved = new float[momentum.size()];
    for (int index = 0; index < moved.length; index++) {
      moved[index] = factor * momentum.weights()[index] + gradient.weights()[index];
    }
    return new Kernel(momentum.inputs(), momentum.units(), moved);
  }

  /** Growth where it is largest, each layer as much as it lost (Evci et al. 2020, section 3). */
  public Growth growth() {
    return Growth.ofWhatIsLost(sizes());
  }

  /**
   * Growth where it is largest, of which each layer gets a share by the mean size of the momentum
   * of its held weights (Dettmers and Zettlemoyer 2019, section 3).
   */
  public Growth growth(Mask held) {
    List<double[]> sizes = sizes();
    double[] means = new double[held.kept().size()];
    for (int layer = 0; layer < means.length; layer++) {
      means[layer] = mean(sizes.get(layer), held.kept().get(layer));
    }
    return new Growth(sizes, Optional.of(means));
  }

  private List<double[]> sizes() {
    return kernels.stream().map(Kernel::sizes).toList();
  }

  private static double mean(double[] sizes, boolean[] held) {
    double sum = 0;
    int count = 0;
    for (int index = 0; index < sizes.length; index++) {
      if (held[index]) {
        sum += sizes[index];
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }
}
