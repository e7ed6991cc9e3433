package prunesweep.trainer.pruning;

import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.numbers.arrays.Selection;
import prunesweep.trainer.machine.CostMeter;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.NetworkView;
import prunesweep.trainer.schedule.Share;

/**
 * Pruning of what is below a value of each layer (protocol, section 8): with t the value at index
 * floor(target x size) of a layer's sorted sizes, every weight or unit below t goes. Equal sizes at
 * t all stay.
 */
public final class BelowCut {

  private BelowCut() {}

  /** The one prune of {@code network}, by absolute values or the norms of units. */
  public static Prune prune(prunesweep.trainer.pruning.Selection selection, NetworkView network) {
    CostMeter meter = CostMeter.started();
    List<Kernel> kernels = network.hiddenKernels();
    Mask before = Mask.ofNonZero(kernels);
    Mask mask = before.without(kernels.stream().map(kernel -> below(kernel, selection)).toList());
    long pruned = before.keptWeights() - mask.keptWeights();
    return new Prune(1, Double.NaN, mask, pruned, meter.cost());
  }

  private static boolean[] below(Kernel kernel, prunesweep.trainer.pruning.Selection selection) {
    double[] sizes =
        selection.granularity() == Granularity.WEIGHTS ? kernel.sizes() : unitSizes(kernel);
    BigDecimal target = BigDecimal.valueOf(selection.target());
    double cut = atPlace(sizes.clone(), Math.toIntExact(Share.of(target, sizes.length)));
    boolean[] below = new boolean[kernel.size()];
    for (int index = 0; index < below.length; index++) {
      // A unit's size stands for all of its column.
      below[index] = sizes[index % sizes.length] < cut;
    }
    return below;
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
