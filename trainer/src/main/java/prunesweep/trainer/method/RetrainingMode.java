package prunesweep.trainer.method;

import prunesweep.trainer.key.Named;

/** Ways to train a pruned network on. */
public enum RetrainingMode implements Named {
  /** Not at all. */
  NONE("none"),
  /** From the pruned weights, without a mask: zeros may grow again (the paper). */
  FREE("free"),
  /** From the pruned weights, the mask held. */
  MASKED("masked"),
  /** From the weights of an early epoch, the mask held: the lottery ticket. */
  REWOUND("rewound"),
  /** From new random weights, the mask held. */
  REINITIALISED("reinitialised");

  private final String label;

  RetrainingMode(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
