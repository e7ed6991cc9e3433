package prunesweep.trainer.trial;

/** Analyses that are kept of a trial beyond its figures. */
public enum Analysis implements OfPruning {
  /** The singular values of every hidden layer before and after each prune. */
  SINGULAR_VALUES("singular-values", true),
  /** The dense network of the same seed, reduced to the pruned one's ranks. */
  PCA("pca", true),
  /** The same, and each of these networks trained on. */
  PCA_RETRAINED("pca-retrained", true),
  /** Which weights of each hidden layer are not zero. */
  HEAT_MAPS("heat-maps", false);

  private final String label;
  private final boolean needsPrune;

  Analysis(String label, boolean needsPrune) {
    this.label = label;
    this.needsPrune = needsPrune;
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
