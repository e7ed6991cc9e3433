package prunesweep.trainer.training.vector;

import prunesweep.trainer.network.Kernel;

/**
 * Arrays of one number a parameter of a layer: the parameters themselves, or a number that an
 * update remembers of each.
 *
 * @param weights one a weight
 * @param bias one a unit
 */
@SuppressWarnings("ArrayRecordComponent") // A view of arrays that training changes.
record ParameterArrays(float[] weights, float[] bias) {

  /** Copies a whole layer in; {@code biases} is empty where there are none. */
  void load(Kernel kernel, float[] biases) {
    System.arraycopy(kernel.weights(), 0, weights, 0, weights.length);
    System.arraycopy(biases, 0, bias, 0, biases.length);
  }
}
