package prunesweep.trainer.pruning;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.spec.Score;
import prunesweep.trainer.spec.WithinLayer;

/** Chooses anew within each layer, as many weights as were chosen there before. */
final class LayerChoice {

  private LayerChoice() {}

  /**
   * The weights to prune.
   *
   * @param chosen by the method's own score, one array a layer
   * @param random uniform numbers, for the choice {@code random} alone
   */
  static List<boolean[]> of(
      WithinLayer choice, List<Kernel> kernels, List<boolean[]> chosen, DoubleSupplier random) {
    return switch (choice) {
      case SCORE -> chosen;
      case MAGNITUDE -> again(Score.MAGNITUDE, kernels, chosen, random);
      case RANDOM -> again(Score.RANDOM, kernels, chosen, random);
    };
  }

  private static List<boolean[]> again(
      Score score, List<Kernel> kernels, List<boolean[]> chosen, DoubleSupplier random) {
    List<boolean[]> again = new ArrayList<>();
    for (int layer = 0; layer < kernels.size(); layer++) {
      Kernel kernel = kernels.get(layer);
      double[] scores = WeightScores.of(score, kernel, new long[kernel.units()], random);
      again.addAll(Selector.lowest(List.of(scores), count(chosen.get(layer))));
    }
    return again;
  }

  private static long count(boolean[] chosen) {
    long count = 0;
    for (boolean one : chosen) {
      count += one ? 1 : 0;
    }
    return count;
  }
}
