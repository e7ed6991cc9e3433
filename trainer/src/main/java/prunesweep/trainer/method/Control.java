package prunesweep.trainer.method;

import prunesweep.trainer.key.Named;

/**
 * Controls of pruning before training: what of a mask and its weights matters (Frankle et al.,
 * Pruning neural networks at initialization, 2021, section 5).
 */
public enum Control implements Named {
  /** No control. */
  NONE("none"),
  /** As many weights of each layer are kept, but any of them. */
  SHUFFLED("shuffled"),
  /** The mask is kept, but its weights are drawn anew. */
  REINITIALISED("reinitialised"),
  /** What the score finds most important goes. */
  INVERTED("inverted");

  private final String label;

  Control(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
