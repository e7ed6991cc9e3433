package prunesweep.trainer.spec;

import prunesweep.trainer.key.Named;
import prunesweep.trainer.key.Versioned;

/** Engines that step a network. */
public enum Engine implements Named, Versioned {
  /** Plain arrays and Java's Vector API: fast, and equal bits on every host. */
  VECTOR("vector"),
  /** Deeplearning4j's own stepping: the reference. */
  DL4J("dl4j");

  private final String label;

  Engine(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
