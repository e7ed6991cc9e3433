package prunesweep.trainer.training.vector;

/** The order in which a layer's live weights lie in memory. */
interface WeightPlaces {

  /** Weights of the whole layer that lie side by side in memory too. */
  @FunctionalInterface
  interface Run {
    void accept(int wholeAt, int liveAt, int length);
  }

  /** Floats that they take, padding and all; a multiple of {@link Lanes#LANES}. */
  int size();

  /** Most floats whose gradient is made at once. */
  default int piece() {
    return size();
  }

  /** Hands every live weight to {@code action}, once. */
  void eachRun(Run action);
}
