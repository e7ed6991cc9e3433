package prunesweep.trainer.spec;

/** What one-shot pruning removes. */
public enum Granularity implements Named {
  /** Single weights, by absolute value. */
  WEIGHTS("weights"),
  /** All incoming weights of a unit, by their Euclidean norm. */
  UNITS("units");

  private final String label;

  Granularity(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
