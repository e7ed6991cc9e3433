package prunesweep.trainer.pruning;

import prunesweep.trainer.key.Named;

/** Size of what is pruned as one. */
public enum Granularity implements Named {
  /** Single weights. */
  WEIGHTS("weights"),
  /** All incoming weights of a unit together. */
  UNITS("units");

  private final String label;

  Granularity(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
