package prunesweep.trainer.training.vector;

/**
 * The share of a hidden layer's live weights, 0..1, below which a mask's layer is worked on by its
 * kept weights alone. The bits of a training do not depend on it, only its speed does.
 *
 * @param share 0: never
 */
record SparseLimit(double share) {

  /** Measured: at a fifth both ways take about as long (docs/decisions/0004). */
  static final SparseLimit STANDARD = new SparseLimit(0.2);

  /** All products are of all live weights. */
  static final SparseLimit NEVER = new SparseLimit(0);

  /** The share of the output layer is 0: its sums go the other way round. */
  double of(boolean isOutput) {
    return isOutput ? 0 : share;
  }
}
