package prunesweep.driver.config;

import prunesweep.trainer.spec.Named;

/** The scopes a method can prune in. */
public enum ScopeName implements Named {
  /** One cut over all hidden layers. */
  GLOBAL("global"),
  /** Layer by layer. */
  LOCAL("local");

  private final String label;

  ScopeName(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
