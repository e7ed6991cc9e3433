package prunesweep.trainer.spec;

import prunesweep.trainer.key.Named;

/** The form of a learning rate's course. */
public enum RateCurve implements Named {
  /** The same at every step. */
  CONSTANT("constant"),
  /** Dropping at given times. */
  STEPS("steps"),
  /** Half a cosine, down to zero (Loshchilov and Hutter, SGDR, 2017, without restarts). */
  COSINE("cosine"),
  /** A straight line, down to zero. */
  LINEAR("linear");

  private final String label;

  RateCurve(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /** Whether it comes to zero. */
  boolean ends() {
    return this == COSINE || this == LINEAR;
  }
}
