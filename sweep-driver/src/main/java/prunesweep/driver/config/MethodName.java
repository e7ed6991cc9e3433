package prunesweep.driver.config;

import prunesweep.trainer.spec.Named;

/** The methods a block of the grid can ask for. */
public enum MethodName implements Named {
  /** Training without pruning. */
  DENSE("dense"),
  /** Pruning by activation counters. */
  ACTIVATION("activation"),
  /** Gradual pruning by magnitude after training. */
  MAGNITUDE("magnitude"),
  /** One prune after training. */
  ONE_SHOT("one-shot");

  private final String label;

  MethodName(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
