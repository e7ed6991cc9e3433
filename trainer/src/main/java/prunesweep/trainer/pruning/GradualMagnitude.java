package prunesweep.trainer.pruning;

import java.util.ArrayList;
import java.util.List;
import prunesweep.trainer.machine.CostMeter;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.NetworkView;
import prunesweep.trainer.spec.MagnitudePruning;

/**
 * Gradual magnitude pruning (Zhu and Gupta 2017; protocol, section 6): every so many steps the
 * smallest weights of each hidden layer go, as many as the cubic schedule says.
 */
public final class GradualMagnitude {

  private final CubicSchedule schedule;
  private int prunesDone;

  /** The procedure over {@code steps} training steps in all, at least one prune's. */
  public GradualMagnitude(MagnitudePruning method, int steps) {
    schedule = new CubicSchedule(method.target(), steps / method.every());
  }

  /** The next prune of {@code network}. */
  public Prune next(NetworkView network) {
    prunesDone++;
    CostMeter meter = CostMeter.started();
    List<Kernel> kernels = network.hiddenKernels();
    List<boolean[]> kept = new ArrayList<>();
    long pruned = 0;
    for (Kernel kernel : kernels) {
      int zeros = schedule.zeros(prunesDone, kernel.size());
      kept.add(kept(kernel, zeros));
      pruned += zeros - (kernel.size() - kernel.nonZeroWeights());
    }
    return new Prune(prunesDone, Double.NaN, new Mask(kept), pruned, meter.cost());
  }

  /** Zeros have the smallest absolute value: what was pruned stays so. */
  private static boolean[] kept(Kernel kernel, int zeros) {
    boolean[] flags = Selector.lowest(List.of(WeightScores.sizes(kernel)), zeros).get(0);
    for (int index = 0; index < flags.length; index++) {
      flags[index] = !flags[index];
    }
    return flags;
  }
}
