package prunesweep.trainer.training.vector;

import java.util.List;

/** Moves one layer's parameters by the gradients of a batch. */
interface WeightUpdate {

  /** The array that the product that makes the weight gradient adds to. */
  float[] target();

  /** The factor of that product's sums over {@code images} images. */
  MaskedFactor factor(int images);

  /** Completes the update of the weights, in step {@code stepNumber}, from 1. */
  void weights(int images, int stepNumber);

  /** Updates the biases. */
  void bias(int images, int stepNumber);

  /** The numbers that it remembers of the parameters. */
  List<ParameterArrays> memories();
}
