package prunesweep.trainer.spec;

import prunesweep.trainer.key.Named;

/** The rule that turns a gradient into an update. */
public enum Optimizer implements Named {
  /** Stochastic gradient descent. */
  SGD("sgd"),
  /** Adam (Kingma and Ba, 2015) with its published constants. */
  ADAM("adam"),
  /** Adam with its weight decay apart from the gradients (Loshchilov and Hutter, 2019). */
  ADAMW("adamw");

  private final String label;

  Optimizer(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
