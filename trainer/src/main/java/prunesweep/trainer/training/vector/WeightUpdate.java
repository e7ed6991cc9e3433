package prunesweep.trainer.training.vector;

import java.util.List;

/** Moves one layer's parameters by the gradients of a batch. */
interface WeightUpdate {

  /** Makes ready for {@code step}, before the product adds to the target. */
  default void begin(UpdateStep step) {}

  /** The array that the product that makes the weight gradient adds to. */
  float[] target();

  /** The factor of that product's sums over the images of the step. */
  MaskedFactor factor();

  /** Completes the update of the weights. */
  void weights(UpdateStep step);

  /** Updates the biases by the sums of their gradients, one a unit. */
  void bias(float[] gradientSums, UpdateStep step);

  /** The numbers that it remembers of the parameters. */
  List<ParameterArrays> memories();
}
