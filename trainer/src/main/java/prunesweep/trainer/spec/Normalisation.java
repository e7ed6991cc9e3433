package prunesweep.trainer.spec;

import prunesweep.trainer.key.Named;

/**
 * Normalisation of the numbers of a data set to those that a network sees: each number x of a
 * feature by itself, alike in the training, validation and test parts. What is taken from the data
 * is taken from the training part alone, so that nothing of the others leaks into it.
 */
public enum Normalisation implements Named {
  /** x / 255, where x is a whole number from 0 to 255. Takes nothing from the data. */
  BYTE("byte"),
  /** x as it is. Takes nothing from the data. */
  NONE("none"),
  /**
   * (x - min) / (max - min), with the least and the greatest x of the feature in the training part:
   * 0..1 there, and maybe beyond elsewhere. A feature that is constant there is 0 everywhere.
   */
  MIN_MAX("min-max"),
  /**
   * (x - mean) / deviation, with mean = sum(x) / n and deviation = sqrt(sum((x - mean)^2) / n) over
   * the n numbers of the feature in the training part. A feature that is constant there is 0
   * everywhere.
   */
  STANDARD("standard");

  private final String label;

  Normalisation(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
