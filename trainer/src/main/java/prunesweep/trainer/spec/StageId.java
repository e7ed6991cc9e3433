package prunesweep.trainer.spec;

import prunesweep.trainer.key.CanonicalText;
import prunesweep.trainer.key.Rule;

/**
 * The name of a stage: the first 16 hexadecimal digits of the SHA-256 of its canonical text. Equal
 * stages have equal ids on every machine and in every run.
 *
 * @param value 16 lower-case hexadecimal digits
 */
public record StageId(String value) {

  public StageId {
    Rule.matching("16 lower-case hexadecimal digits", "[0-9a-f]{16}").require("stage id", value);
  }

  /** The id of the stage with this canonical text. */
  static StageId of(CanonicalText text) {
    return new StageId(text.hash());
  }

  @Override
  public String toString() {
    return value;
  }
}
