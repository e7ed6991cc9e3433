package prunesweep.trainer.training.vector;

import org.jspecify.annotations.Nullable;

/** Moves one layer's parameters by the gradients of a batch. */
interface WeightUpdate {

  /** Updates the weights, then multiplies them by {@code factors} where there are any. */
  void weights(float @Nullable [] factors, int images);

  /** Updates the biases. */
  void bias(int images);
}
