package prunesweep.trainer.pruning;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import prunesweep.scorer.ScoredNetwork;
import prunesweep.scorer.Scorer;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.pruning.ScoredKernels.Facts;
import prunesweep.trainer.score.ScoreSpec;
import prunesweep.trainer.score.Scorers;

/** Scores of kernels and facts that a test writes down. */
final class HandScores {

  private HandScores() {}

  /** The spec of the score called {@code name}. */
  static ScoreSpec spec(String name) {
    return Scorers.specs().stream()
        .filter(spec -> spec.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The scores of all {@code kernels}, by themselves. */
  static List<double[]> scores(String name, List<Kernel> kernels, Facts facts) {
    return scorer(name).scores(network(kernels, facts));
  }

  /** The scores of the hidden ones of {@code kernels}, which are all of the network. */
  static List<double[]> scoresOfWhole(String name, List<Kernel> kernels, Facts facts) {
    int last = kernels.size() - 1;
    List<Kernel> hidden = kernels.subList(0, last);
    Optional<Kernel> output = Optional.of(kernels.get(last));
    return scorer(name)
        .scores(new ScoredKernels(hidden, output, all(hidden), facts, new Random(1)));
  }

  /** The scores of the units of the first of {@code kernels}. */
  static double[] unitScores(String name, List<Kernel> kernels, Facts facts) {
    ScoredNetwork network = network(kernels, facts);
    return scorer(name).unitScores(network.layers().get(0), scorer(name).scores(network).get(0));
  }

  private static Scorer scorer(String name) {
    return Scorers.of(spec(name));
  }

  private static ScoredNetwork network(List<Kernel> kernels, Facts facts) {
    return new ScoredKernels(kernels, all(kernels), facts, new Random(1));
  }

  private static List<Integer> all(List<Kernel> kernels) {
    return IntStream.range(0, kernels.size()).boxed().toList();
  }
}
