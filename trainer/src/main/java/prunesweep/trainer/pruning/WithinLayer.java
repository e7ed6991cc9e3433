package prunesweep.trainer.pruning;

import prunesweep.trainer.key.Named;

/**
 * Which weights of a layer go, once the score has settled how many: controls that keep a method's
 * shares per layer and change the choice.
 */
public enum WithinLayer implements Named {
  /** Those the score chose. */
  SCORE("score"),
  /** The smallest. */
  MAGNITUDE("magnitude"),
  /** Any. */
  RANDOM("random");

  private final String label;

  WithinLayer(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
