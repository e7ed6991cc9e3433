package prunesweep.trainer.pruning;

import prunesweep.trainer.spec.Score;

/** The importance of one weight; the lowest scores are pruned first (protocol, section 3). */
sealed interface Scorer {

  /**
   * The score of a weight.
   *
   * @param counter activation counter of the neuron it leads into, at least 0
   * @param weight its value
   */
  double score(long counter, float weight);

  /** The scorer called {@code score} in a spec. */
  static Scorer of(Score score) {
    return switch (score) {
      case NEURONS -> new Neurons();
      case NEURONS_WEIGHTS -> new NeuronsAndWeights();
    };
  }

  /** The counter itself: Ganguli and Chong 2024, algorithm 3, pruning type "neuron". */
  record Neurons() implements Scorer {
    @Override
    public double score(long counter, float weight) {
      return counter;
    }
  }

  /** Counter times absolute weight, exact in a double: algorithm 3, the other pruning type. */
  record NeuronsAndWeights() implements Scorer {
    @Override
    public double score(long counter, float weight) {
      return counter * (double) Math.abs(weight);
    }
  }
}
