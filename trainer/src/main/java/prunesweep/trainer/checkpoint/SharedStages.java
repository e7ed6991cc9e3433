package prunesweep.trainer.checkpoint;

import java.util.Optional;
import prunesweep.trainer.spec.EndOfTraining;
import prunesweep.trainer.trial.TrialSpec;

/**
 * The stages that a trial need not train itself.
 *
 * @param start where it goes on from
 * @param dense the dense network that it is compared with, trained to its end
 */
public record SharedStages(Optional<Checkpoint> start, Optional<Checkpoint> dense) {

  /** Nothing. */
  public static final SharedStages NONE = new SharedStages(Optional.empty(), Optional.empty());

  /**
   * Requires that all of it fits {@code trial}.
   *
   * @throws IllegalArgumentException if a checkpoint belongs to another training
   */
  public void requireFor(TrialSpec trial) {
    start.filter(from -> !trial.startsWith(from.stage())).ifPresent(from -> refuse(trial, from));
    dense.filter(network -> !isDense(trial, network)).ifPresent(from -> refuse(trial, from));
  }

  private static boolean isDense(TrialSpec trial, Checkpoint network) {
    return network.stage().stop() instanceof EndOfTraining
        && network.stage().trunk().equals(trial.trunk());
  }

  private static void refuse(TrialSpec trial, Checkpoint from) {
    throw new IllegalArgumentException(
        "Trial %s has no use for stage %s".formatted(trial.id(), from.stage().id()));
  }
}
