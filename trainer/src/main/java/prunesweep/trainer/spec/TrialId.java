package prunesweep.trainer.spec;

import prunesweep.trainer.key.CanonicalText;
import prunesweep.trainer.key.Rule;

/**
 * The name of a trial: the first 16 hexadecimal digits of the SHA-256 of its canonical text. Equal
 * trials have equal ids on every machine and in every run.
 *
 * @param value 16 lower-case hexadecimal digits
 */
public record TrialId(String value) implements Comparable<TrialId> {

  public TrialId {
    Rule.matching("16 lower-case hexadecimal digits", "[0-9a-f]{16}").require("trial id", value);
  }

  /** The id of the trial with this canonical text. */
  public static TrialId of(CanonicalText text) {
    return new TrialId(text.hash());
  }

  @Override
  public int compareTo(TrialId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
