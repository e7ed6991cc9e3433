package prunesweep.trainer.pruning;

import java.util.stream.IntStream;
import prunesweep.trainer.network.Architecture;
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
   * Returns if {@code network}, which is that of {@code trial} on its images, has as many prunable
   * weights as its method asks for in all its cycles.
   *
   * @throws InvalidSpecException if it has fewer
   */
  public static void requirePrunable(TrialSpec trial, Architecture network) {
    if (trial.method() instanceof ActivationPruning method
        && method.scope() instanceof GlobalScope scope) {
      requirePrunable(method.target(), scope, network.prunableWeights(), network.weights());
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
