package prunesweep.trainer.spec;

/** What makes a weight important; the lowest scores are pruned first. */
public enum Score implements Named {
  /** The activation counter of the neuron the weight leads into. */
  NEURONS("neurons"),
  /** That counter times the absolute value of the weight. */
  NEURONS_WEIGHTS("neurons-weights"),
  /** The absolute value of the weight: a control. */
  MAGNITUDE("magnitude"),
  /** A random number that depends neither on weight nor layer: a control. */
  RANDOM("random");

  private final String label;

  Score(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
