package prunesweep.scorer;

/**
 * The weights of a layer. That from input i into unit j has the flat index {@code i * units() + j};
 * of a convolution a unit is a channel and an input a place under its kernel.
 */
public interface LayerWeights {

  /** Number of values a unit takes. */
  int inputs();

  /** Number of units. */
  int units();

  /** The weights, {@code inputs() x units()} in flat order; not to be changed. */
  float[] weights();
}
