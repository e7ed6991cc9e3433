package prunesweep.trainer.pruning;

import java.util.List;
import org.apache.commons.numbers.arrays.Selection;
import prunesweep.trainer.machine.CostMeter;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.NetworkView;
import prunesweep.trainer.spec.Granularity;
import prunesweep.trainer.spec.OneShotPruning;

/**
 * One-shot pruning (protocol, section 8): with t the value at index floor(share x size) of a
 * layer's sorted sizes, every weight or unit below t goes. Equal sizes at t all stay.
 */
public final class OneShot {

  private OneShot() {}

  /** The one prune of {@code network}. */
  public static Prune of(OneShotPruning method, NetworkView network) {
    CostMeter meter = CostMeter.started();
    List<Kernel> kernels = network.hiddenKernels();
    Mask before = Mask.ofNonZero(kernels);
    Mask mask = before.without(kernels.stream().map(kernel -> pruned(kernel, method)).toList());
    long pruned = before.keptWeights() - mask.keptWeights();
    return new Prune(1, Double.NaN, mask, pruned, meter.cost());
  }

  private static boolean[] pruned(Kernel kernel, OneShotPruning method) {
    double[] sizes =
        method.granularity() == Granularity.WEIGHTS
            ? WeightScores.sizes(kernel)
            : unitSizes(kernel);
    double cut = atPlace(sizes.clone(), Share.of(method.share(), sizes.length));
    boolean[] pruned = new boolean[kernel.size()];
    for (int index = 0; index < pruned.length; index++) {
      // A unit's size stands for all of its column.
      pruned[index] = sizes[index % sizes.length] < cut;
    }
    return pruned;
  }

  private static double atPlace(double[] sizes, int place) {
    Selection.select(sizes, place);
    return sizes[place];
  }

  /** Squares of the columns' Euclidean norms: they sort alike. */
  private static double[] unitSizes(Kernel kernel) {
    double[] sizes = new double[kernel.units()];
    for (int index = 0; index < kernel.size(); index++) {
      double weight = kernel.weights()[index];
      sizes[index % sizes.length] += weight * weight;
    }
    return sizes;
  }
}
