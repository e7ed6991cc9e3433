package prunesweep.trainer.training.vector;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.jspecify.annotations.Nullable;
import prunesweep.trainer.network.Kernel;

/**
 * One layer in preallocated arrays.
 *
 * <p>Widths are padded to whole vectors. Padding starts at zero and stays zero: a padded column has
 * no weights, so its output, its gradient and its updates are zero.
 */
final class VectorLayer {

  /** Columns are padded to a multiple of this on every host. */
  private static final int PADDING = Math.max(16, Product.LANES);

  final int inputs;
  final int units;
  final int paddedInputs;
  final int paddedUnits;
  final float[] weights;
  final float[] bias;

  /** Outputs, and their gradients: one row an image. */
  final float[] outputs;

  final float[] gradients;

  /** The weights with rows and columns exchanged, for the way back; empty in the first layer. */
  private final float[] transposed;

  private final boolean hasBias;
  private final boolean isFirst;
  private final Product forward;
  private final Product backward;
  private final WeightUpdate update;
  private float @Nullable [] factors;

  /** A layer that reads {@code before}, one row an image, and whose gradient goes to it. */
  VectorLayer(
      Kernel kernel,
      float[] bias,
      float[] before,
      float[] gradientsBefore,
      int rows,
      UpdateRule rule) {
    inputs = kernel.inputs();
    units = kernel.units();
    paddedInputs = padded(inputs);
    paddedUnits = padded(units);
    weights = new float[Math.multiplyExact(paddedInputs, paddedUnits)];
    this.bias = new float[paddedUnits];
    outputs = new float[Math.multiplyExact(rows, paddedUnits)];
    gradients = new float[outputs.length];
    isFirst = gradientsBefore.length == 0;
    hasBias = bias.length > 0;
    transposed = new float[isFirst ? 0 : weights.length];
    load(kernel, bias);
    forward = new Product(before, paddedInputs, 1, weights, paddedUnits, outputs, paddedUnits);
    backward =
        new Product(
            gradients, paddedUnits, 1, transposed, paddedInputs, gradientsBefore, paddedInputs);
    update = rule.forLayer(this, before);
  }

  static int padded(int width) {
    return (width + PADDING - 1) / PADDING * PADDING;
  }

  private void load(Kernel kernel, float[] initialBias) {
    for (int row = 0; row < inputs; row++) {
      System.arraycopy(kernel.weights(), row * units, weights, row * paddedUnits, units);
    }
    System.arraycopy(initialBias, 0, bias, 0, initialBias.length);
    transpose();
  }

  /** A copy of the weights. */
  Kernel kernel() {
    float[] copy = new float[inputs * units];
    for (int row = 0; row < inputs; row++) {
      System.arraycopy(weights, row * paddedUnits, copy, row * units, units);
    }
    return new Kernel(inputs, units, copy);
  }

  /** A copy of the biases; empty where there are none. */
  float[] biases() {
    return Arrays.copyOf(bias, hasBias ? units : 0);
  }

  /** Sets weights to zero where {@code kept} is false and holds them there. */
  void hold(boolean[] kept) {
    float[] held = new float[weights.length];
    for (int index = 0; index < kept.length; index++) {
      int at = index / units * paddedUnits + index % units;
      held[at] = kept[index] ? 1 : 0;
      weights[at] = kept[index] ? weights[at] : 0;
    }
    factors = held;
    transpose();
  }

  /** Outputs before the non-linearity, bias included. */
  void forward(int rows) {
    forward.replace(rows, paddedUnits, inputs);
    for (int row = 0; row < rows; row++) {
      int from = row * paddedUnits;
      for (int unit = 0; unit < paddedUnits; unit += Product.LANES) {
        at(outputs, from + unit).add(at(bias, unit)).intoArray(outputs, from + unit);
      }
    }
  }

  /** Outputs after the ReLU. */
  void forwardRectified(int rows) {
    forward(rows);
    int last = rows * paddedUnits;
    for (int index = 0; index < last; index += Product.LANES) {
      at(outputs, index).max(0).intoArray(outputs, index);
    }
  }

  /**
   * Sends the gradients of the outputs back to the layer before, whose outputs went through a ReLU.
   */
  void backward(VectorLayer before, int rows) {
    backward.replace(rows, paddedInputs, units);
    int last = rows * paddedInputs;
    for (int index = 0; index < last; index += Product.LANES) {
      FloatVector gradient = at(before.gradients, index);
      FloatVector output = at(before.outputs, index);
      FloatVector.zero(Product.SPECIES)
          .blend(gradient, output.compare(VectorOperators.GT, 0))
          .intoArray(before.gradients, index);
    }
  }

  /** Updates weights and biases from the gradients of {@code images} images. */
  void update(int images) {
    update.weights(factors, images);
    if (hasBias) {
      update.bias(images);
    }
    transpose();
  }

  private void transpose() {
    if (!isFirst) {
      Transpose.copy(weights, paddedInputs, paddedUnits, transposed);
    }
  }

  private static FloatVector at(float[] array, int index) {
    return FloatVector.fromArray(Product.SPECIES, array, index);
  }
}
