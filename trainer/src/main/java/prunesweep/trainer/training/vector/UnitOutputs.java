package prunesweep.trainer.training.vector;

import java.util.Arrays;
import prunesweep.trainer.network.LayerInputs;

/** What is handed on to a dense layer, and the gradients that come back from it. */
final class UnitOutputs {

  /** Units that are present. */
  final int units;

  /** From image to image of outputs. */
  final int stride;

  /** From unit to unit. */
  final int batchStride;

  /** One row a unit. */
  final float[] outputsByUnit;

  /** The same, one row an image; as {@link #turn} left it. */
  final float[] outputs;

  /** The gradients of the outputs, one row a unit. */
  final float[] gradientsByUnit;

  /** Zeros for {@code units} units and batches of at most {@code capacity} images. */
  UnitOutputs(int units, int capacity) {
    this.units = units;
    stride = Lanes.padded(units);
    batchStride = Lanes.spread(capacity);
    outputsByUnit = new float[Math.multiplyExact(batchStride, stride)];
    outputs = new float[outputsByUnit.length];
    gradientsByUnit = new float[outputsByUnit.length];
  }

  /** Fills the outputs by image from those by unit. */
  void turn(int images) {
    Transpose.copy(outputsByUnit, batchStride, units, Lanes.padded(images), outputs, stride);
  }

  /** Sets the gradients of what follows {@code images} images in the last vector to zero. */
  void clearGradientsBehind(int images) {
    for (int unit = 0; unit < units; unit++) {
      int row = unit * batchStride;
      Arrays.fill(gradientsByUnit, row + images, row + Lanes.padded(images), 0);
    }
  }

  /**
   * Writes the outputs of {@code images} images, row by row from {@code row} on.
   *
   * @param of which units they are of all that there are
   */
  void copy(int images, LiveUnits of, LayerInputs to, int row) {
    for (int unit = 0; unit < units; unit++) {
      int at = row * of.all() + of.present()[unit];
      for (int image = 0; image < images; image++) {
        to.values()[at + image * of.all()] = outputsByUnit[unit * batchStride + image];
      }
    }
  }
}
