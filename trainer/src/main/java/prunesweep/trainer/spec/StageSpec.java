package prunesweep.trainer.spec;

import java.io.Serializable;
import prunesweep.trainer.key.CanonicalText;

/**
 * The start of several trials, run once: everything that decides its checkpoint.
 *
 * @param trunk what is trained
 * @param stop how far
 */
public record StageSpec(TrunkSpec trunk, StopPoint stop) implements Serializable {

  /**
   * Tells whether a trial of {@code other} that goes the way of others until {@code until} would
   * pass through this stage's checkpoint.
   */
  public boolean isStartOf(TrunkSpec other, StopPoint until) {
    return trunk.equals(other) && stop.isPassedBy(until);
  }

  /** Tells whether {@code later} can go on from this stage's checkpoint. */
  public boolean isStartOf(StageSpec later) {
    return isStartOf(later.trunk(), later.stop());
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
