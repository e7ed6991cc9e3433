package prunesweep.trainer.trial;

/** Stages of a trial whose network may be kept: all its weights, to be taken away. */
public enum KeptStage implements OfPruning {
  /** At the end of a training without pruning. */
  DENSE("dense", false),
  /** When the method is done. */
  PRUNED("pruned", true),
  /** At the end of what follows the method. */
  RETRAINED("retrained", true),
  /** Every stage that the table of evaluations has. */
  ALL("all", false);

  private final String label;
  private final boolean needsPrune;

  KeptStage(String label, boolean needsPrune) {
    this.label = label;
    this.needsPrune = needsPrune;
  }

  /** Tells whether it is {@code stage}, as the tables call it. */
  public boolean includes(String stage) {
    return this == ALL || label.equals(stage);
  }

  @Override
  public boolean needsPrune() {
    return needsPrune;
  }

  @Override
  public String label() {
    return label;
  }
}
