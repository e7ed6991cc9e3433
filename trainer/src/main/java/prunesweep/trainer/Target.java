package prunesweep.trainer;

import org.jspecify.annotations.Nullable;
import prunesweep.trainer.spec.ActivationPruning;
import prunesweep.trainer.spec.DenseTraining;
import prunesweep.trainer.spec.TrialSpec;

/** Says if a trial pruned the share that was asked for: if it made all its planned prunes. */
final class Target {

  private Target() {}

  /** The answer after {@code cyclesDone} prunes, or null where no share was asked for. */
  static @Nullable Boolean reached(TrialSpec spec, int cyclesDone) {
    if (spec.method() instanceof DenseTraining) {
      return null;
    }
    return spec.method() instanceof ActivationPruning pruning
        ? cyclesDone == pruning.scope().cycles(spec.network().hiddenLayers())
        : cyclesDone > 0;
  }
}
