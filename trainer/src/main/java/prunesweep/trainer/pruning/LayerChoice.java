package prunesweep.trainer.pruning;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.score.ScoreSpec;
import prunesweep.trainer.score.Scorers;

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
      WithinLayer choice, List<Kernel> kernels, List<boolean[]> chosen, RandomGenerator random) {
    return switch (choice) {
      case SCORE -> chosen;
      case MAGNITUDE -> again(ScoreSpec.MAGNITUDE, kernels, chosen, random);
      case RANDOM -> again(ScoreSpec.RANDOM, kernels, chosen, random);
    };
  }

  private static List<boolean[]> again(
      ScoreSpec score, List<Kernel> kernels, List<boolean[]> chosen, RandomGenerator random) {
    List<boolean[]> again = new ArrayList<>();
    for (int layer = 0; layer < kernels.size(); layer++) {
      List<Kernel> one = List.of(kernels.get(layer));
      ScoredKernels view = new ScoredKernels(one, List.of(0), ScoredKernels.Facts.NONE, random);
      List<double[]> scores = Scorers.of(score).scores(view);
      again.addAll(Selector.lowest(Selector.candidates(scores, one), count(chosen.get(layer))));
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
