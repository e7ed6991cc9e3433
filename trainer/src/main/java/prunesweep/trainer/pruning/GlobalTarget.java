package prunesweep.trainer.pruning;

import java.util.stream.IntStream;
import prunesweep.trainer.spec.ActivationPruning;
import prunesweep.trainer.spec.GlobalScope;
import prunesweep.trainer.spec.InvalidSpecException;
import prunesweep.trainer.spec.TrialSpec;

/**
 * What a global target asks for against what there is to prune: it is a share of all weights, but
 * the output layer's are never pruned.
 */
public final class GlobalTarget {

  private GlobalTarget() {}

  /**
   * Returns if the network of {@code trial} between {@code inputs} and {@code classes} has as many
   * prunable weights as its method asks for in all its cycles.
   *
   * @throws InvalidSpecException if it has fewer
   */
  public static void requirePrunable(TrialSpec trial, int inputs, int classes) {
    if (trial.method() instanceof ActivationPruning method
        && method.scope() instanceof GlobalScope scope) {
      long prunable = trial.network().prunableWeights(inputs);
      requirePrunable(method.target(), scope, prunable, trial.network().weights(inputs, classes));
    }
  }

  static void requirePrunable(double target, GlobalScope scope, long prunable, long weights) {
    GeometricSchedule schedule = new GeometricSchedule(target, scope);
    long asked =
        IntStream.range(0, scope.cycles())
            .mapToLong(cycle -> schedule.weights(cycle, weights))
            .sum();
    if (asked > prunable) {
      throw new InvalidSpecException(
          "target",
          "at most %d / %d, the hidden layers' share of all weights".formatted(prunable, weights),
          target);
    }
  }
}
