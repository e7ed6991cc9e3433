package prunesweep.trainer.spec;

import prunesweep.trainer.key.Named;

/** Switch of early stopping by a rising validation loss. */
public enum EarlyStop implements Named {
  /** It does (protocol, section 2). */
  ON("on"),
  /** It does not: trainings of equal length. */
  OFF("off");

  private final String label;

  EarlyStop(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
