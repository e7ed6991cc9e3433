package prunesweep.trainer.method;

import prunesweep.trainer.key.Named;

/** Weights that each round of training starts from, where its mask keeps any. */
public enum RoundStart implements Named {
  /** The initial ones: the lottery ticket. */
  INITIAL("initial"),
  /** Those after an early epoch of the dense training. */
  EPOCH("epoch"),
  /** Those that the round before has trained. */
  TRAINED("trained");

  private final String label;

  RoundStart(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
