package prunesweep.trainer.pruning;

import java.util.function.IntToLongFunction;
import prunesweep.trainer.network.Kernel;

/** Scores of a layer's weights; a weight that is zero already is no candidate. */
final class LayerScores {

  private LayerScores() {}

  static double[] of(Kernel kernel, Scorer scorer, IntToLongFunction counterOfNeuron) {
    double[] scores = new double[kernel.size()];
    for (int index = 0; index < scores.length; index++) {
      float weight = kernel.weights()[index];
      scores[index] =
          weight == 0
              ? Selector.NO_CANDIDATE
              : scorer.score(counterOfNeuron.applyAsLong(index % kernel.units()), weight);
    }
    return scores;
  }
}
