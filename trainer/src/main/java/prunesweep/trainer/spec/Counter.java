package prunesweep.trainer.spec;

import prunesweep.trainer.key.Named;

/** Things that an activation counter counts (protocol, section 9). */
public enum Counter implements Named {
  /** Images for which the output of the neuron is not zero: the paper. */
  ACTIVE("active"),
  /** Images for which it is zero: the published code. */
  INACTIVE("inactive");

  private final String label;

  Counter(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
