package prunesweep.trainer.pruning;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.spec.Score;

/**
 * How important each weight is; the lowest are pruned first (protocol, section 3). A weight that is
 * zero already is no candidate.
 */
final class WeightScores {

  private WeightScores() {}

  /**
   * One score a weight, in the order of the kernels.
   *
   * @param counters activation counters, one array a kernel
   * @param random uniform numbers, for the score {@code random} alone
   */
  static List<double[]> of(
      Score score, List<Kernel> kernels, List<long[]> counters, DoubleSupplier random) {
    List<double[]> scores = new ArrayList<>();
    for (int layer = 0; layer < kernels.size(); layer++) {
      scores.add(of(score, kernels.get(layer), counters.get(layer), random));
    }
    return scores;
  }

  /** The scores of one kernel. */
  static double[] of(Score score, Kernel kernel, long[] counters, DoubleSupplier random) {
    double[] scores = new double[kernel.size()];
    for (int index = 0; index < scores.length; index++) {
      float weight = kernel.weights()[index];
      double value = value(score, counters[index % kernel.units()], weight, random);
      scores[index] = weight == 0 ? Selector.NO_CANDIDATE : value;
    }
    return scores;
  }

  /** The absolute values of all weights, zeros among them. */
  static double[] sizes(Kernel kernel) {
    double[] sizes = new double[kernel.size()];
    for (int index = 0; index < sizes.length; index++) {
      sizes[index] = Math.abs(kernel.weights()[index]);
    }
    return sizes;
  }

  /** Exact in a double: a counter below 2^29 times a 24-bit weight. */
  private static double value(Score score, long counter, float weight, DoubleSupplier random) {
    return switch (score) {
      case NEURONS -> counter;
      case NEURONS_WEIGHTS -> counter * (double) Math.abs(weight);
      case MAGNITUDE -> Math.abs(weight);
      case RANDOM -> random.getAsDouble();
    };
  }
}
