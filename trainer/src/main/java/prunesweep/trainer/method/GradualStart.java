package prunesweep.trainer.method;

import prunesweep.trainer.key.Named;

/** Networks that gradual pruning starts with. */
public enum GradualStart implements Named {
  /** The dense network at the end of its training. */
  TRAINED("trained"),
  /** The initial one: it is pruned in the first epochs of its only training. */
  INITIAL("initial");

  private final String label;

  GradualStart(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
