package prunesweep.trainer.spec;

import java.io.Serializable;

/**
 * The start of several trials, run once: everything that decides its checkpoint.
 *
 * @param trunk what is trained
 * @param stop how far
 */
public record StageSpec(TrunkSpec trunk, StopPoint stop) implements Serializable {

  /** Whether {@code trial} unshared would pass through this stage's checkpoint. */
  public boolean isStartOf(TrialSpec trial) {
    return trunk.equals(trial.trunk()) && stop.isPassedBy(trial.method());
  }

  /** Whether {@code later} can go on from this stage's checkpoint. */
  public boolean isStartOf(StageSpec later) {
    return trunk.equals(later.trunk()) && stop.isPassedBy(later.stop());
  }

  /** The canonical text: equal for equal stages. */
  public CanonicalText canonicalText() {
    CanonicalText text = new CanonicalText();
    trunk.describe(text);
    stop.describe(text);
    return text;
  }

  /** The id made from the canonical text. */
  public StageId id() {
    return StageId.of(canonicalText());
  }
}
