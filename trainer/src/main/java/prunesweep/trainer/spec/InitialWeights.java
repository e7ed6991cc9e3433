package prunesweep.trainer.spec;

import prunesweep.trainer.key.Named;

/**
 * Law of the initial weights of a layer, whose values come in from {@code in} places and go out to
 * {@code out}.
 */
public enum InitialWeights implements Named {
  /** Uniform in ±sqrt(6 / (in + out)): Glorot and Bengio 2010, equation 16. */
  GLOROT_UNIFORM("glorot-uniform"),
  /** Normal of variance 2 / (in + out): the same variance. */
  GLOROT_NORMAL("glorot-normal"),
  /** Uniform in ±sqrt(6 / in): the variance of he-normal. */
  HE_UNIFORM("he-uniform"),
  /** Normal of variance 2 / in: He et al., Delving deep into rectifiers, 2015. */
  HE_NORMAL("he-normal");

  private final String label;

  InitialWeights(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
