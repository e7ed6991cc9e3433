package prunesweep.trainer.method;

import prunesweep.trainer.key.Named;

/** Places where weights of a network that is always sparse grow. */
public enum Grow implements Named {
  /** Anywhere: SET. */
  RANDOM("random"),
  /** Where the gradient of the step's batch is largest: RigL. */
  GRADIENT("gradient"),
  /**
   * Where the momentum is largest, and most in layers whose held weights have the largest: sparse
   * momentum.
   */
  MOMENTUM("momentum");

  private final String label;

  Grow(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
