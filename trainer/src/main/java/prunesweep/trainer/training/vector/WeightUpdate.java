package prunesweep.trainer.training.vector;

import java.util.List;

/**
 * Moves one layer's parameters by the gradients of a batch: the weights piece by piece, as the
 * product makes their gradient, so that it is still in the nearest cache when it is used.
 */
interface WeightUpdate {

  /** Makes ready for {@code step}, before the first piece. */
  default void begin(UpdateStep step) {}

  /** The array that the product that makes the weight gradient works on. */
  float[] target();

  /** How that product's sums over the images of the step get there. */
  MaskedFactor factor();

  /**
   * Makes ready for the gradient of the {@code length} weights from {@code from} on, at most {@link
   * LiveParameters#piece}: tells where in the target the first one's goes.
   */
  default int open(int from, int length) {
    return from;
  }

  /** Moves these weights, unless the product already did. */
  default void move(int from, int length, UpdateStep step) {}

  /** Updates the biases by the sums of their gradients, one a unit. */
  void bias(float[] gradientSums, UpdateStep step);

  /** The numbers that it remembers of the parameters. */
  List<ParameterArrays> memories();
}
