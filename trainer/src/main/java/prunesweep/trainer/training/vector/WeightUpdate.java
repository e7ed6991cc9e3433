package prunesweep.trainer.training.vector;

import java.util.List;

/** Moves one layer's parameters by the gradients of a batch. */
interface WeightUpdate {

  /** Where the product that makes the weight gradient adds to. */
  float[] target();

  /** What it multiplies its sums over {@code images} images by. */
  Factors factors(int images);

  /** Completes the update of the weights, in step {@code stepNumber}, from 1. */
  void weights(int images, int stepNumber);

  /** Updates the biases. */
  void bias(int images, int stepNumber);

  /** What it remembers of the parameters. */
  List<LayerArrays> memories();
}
