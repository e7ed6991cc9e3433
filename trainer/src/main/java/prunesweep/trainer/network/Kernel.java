package prunesweep.trainer.network;

import java.io.Serializable;

/**
 * The weight matrix of one layer. Where a unit is a channel, {@link Layer.Convolution} says what
 * its inputs are.
 *
 * @param inputs rows: one an input
 * @param units columns: one a neuron or channel; column j holds the incoming weights of unit j
 * @param weights {@code inputs x units} values, row by row: the weight from input i into unit j has
 *     the flat index {@code i * units + j}
 */
@SuppressWarnings("ArrayRecordComponent") // A matrix: copied only where somebody needs another.
public record Kernel(int inputs, int units, float[] weights) implements Serializable {

  public Kernel {
    if (weights.length != inputs * units) {
      throw new IllegalArgumentException(
          "%d weights are not %d x %d".formatted(weights.length, inputs, units));
    }
  }

  /** Number of weights, zeros included. */
  public int size() {
    return weights.length;
  }

  /** The absolute value of each weight, in the order of the weights. */
  public double[] sizes() {
    double[] sizes = new double[weights.length];
    for (int index = 0; index < sizes.length; index++) {
      sizes[index] = Math.abs(weights[index]);
    }
    return sizes;
  }

  /** Number of weights that are not exactly zero. */
  public int nonZeroWeights() {
    int count = 0;
    for (float weight : weights) {
      if (weight != 0) {
        count++;
      }
    }
    return count;
  }
}
