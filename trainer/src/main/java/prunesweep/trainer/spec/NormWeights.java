package prunesweep.trainer.spec;

import prunesweep.trainer.key.Named;

/** Weights of the singular values in a nuclear norm. */
public enum NormWeights implements Named {
  /** All the same: the nuclear norm itself. */
  EQUAL("equal"),
  /** The i-th largest of n by i / n, so that small values are drawn down most. */
  RISING("rising"),
  /** The i-th largest by i, as the paper's published code does. */
  COUNTING("counting");

  private final String label;

  NormWeights(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
