package prunesweep.trainer.spec;

import prunesweep.trainer.key.Named;

/** On or off. */
public enum Switch implements Named {
  /** It is not. */
  OFF("off"),
  /** It is. */
  ON("on");

  private final String label;

  Switch(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
