package prunesweep.trainer.pruning;

import prunesweep.trainer.key.Named;

/**
 * Choice of the weights of a layer that go, once the score has settled how many: controls that keep
 * a method's shares per layer and change the choice.
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
