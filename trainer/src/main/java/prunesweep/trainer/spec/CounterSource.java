package prunesweep.trainer.spec;

import prunesweep.trainer.key.Named;

/** Sources of the images of a counter batch; labels are never read. */
public enum CounterSource implements Named {
  /** The training images. */
  TRAIN("train"),
  /** The validation images, on which the network is not trained. */
  HELD_OUT("held-out");

  private final String label;

  CounterSource(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
