package prunesweep.benchmarks.subject;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.training.TrainingEngine;

/** A way to hold weights at zero from the start of a contest on. */
@FunctionalInterface
public interface Holding {

  /** Holds weights of {@code engine}, which has not trained yet. */
  void lay(Subject subject, TrainingEngine engine);

  /** Holds what {@code pattern} says. */
  static Holding of(MaskPattern pattern) {
    return (subject, engine) -> pattern.mask(engine.hiddenKernels()).ifPresent(engine::hold);
  }

  /** Holds a random {@code share}, 0..1, of each hidden layer's single weights. */
  static Holding uniform(double share) {
    return (subject, engine) -> engine.hold(MaskPattern.weights(engine.hiddenKernels(), share));
  }

  /**
   * Holds what the score neurons-weights puts lowest after one epoch, {@code share}, 0..1, of all
   * hidden layers together: the counter of the neuron a weight leads into, by its magnitude.
   */
  static Holding neuronsWeights(double share) {
    return (subject, engine) -> {
      engine.train(subject.images(), subject.order());
      engine.hold(lowest(scores(subject, engine), share));
    };
  }

  private static List<double[]> scores(Subject subject, TrainingEngine engine) {
    int counted = Math.min(subject.images().count(), 1000);
    List<int[]> counters =
        engine.activeImages(subject.images(), IntStream.range(0, counted).toArray());
    List<double[]> scores = new ArrayList<>();
    for (Kernel kernel : engine.hiddenKernels()) {
      int[] counter = counters.get(scores.size());
      double[] layer = new double[kernel.size()];
      Arrays.setAll(
          layer, index -> counter[index % kernel.units()] * Math.abs(kernel.weights()[index]));
      scores.add(layer);
    }
    return scores;
  }

  private static Mask lowest(List<double[]> scores, double share) {
    double[] sorted = scores.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
    double least = sorted[(int) (share * sorted.length)];
    return new Mask(scores.stream().map(layer -> atLeast(layer, least)).toList());
  }

  private static boolean[] atLeast(double[] scores, double least) {
    boolean[] kept = new boolean[scores.length];
    for (int index = 0; index < kept.length; index++) {
      kept[index] = scores[index] >= least;
    }
    return kept;
  }
}
