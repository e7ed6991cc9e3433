package prunesweep.trainer.spec;

import prunesweep.trainer.key.Named;

/** The unit in which a learning rate's schedule counts. */
public enum RateUnit implements Named {
  /** Passes over the training images. */
  EPOCHS("epochs"),
  /** Batches. */
  STEPS("steps");

  private final String label;

  RateUnit(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
