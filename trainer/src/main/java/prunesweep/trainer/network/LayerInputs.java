package prunesweep.trainer.network;

/**
 * The values that a layer takes on some images, as a matrix that its {@link Kernel} is multiplied
 * with.
 *
 * @param rows images times the places of the layer: image by image, then place by place, each line
 *     of places from left to right
 * @param inputs columns: one a row of the kernel, in its order
 * @param values {@code rows x inputs} values, row by row
 */
@SuppressWarnings("ArrayRecordComponent") // A matrix: copied only where somebody needs another.
public record LayerInputs(int rows, int inputs, float[] values) {

  public LayerInputs {
    if (values.length != Math.multiplyExact(rows, inputs)) {
      throw new IllegalArgumentException(
          "%d values are not %d x %d".formatted(values.length, rows, inputs));
    }
  }

  /** A matrix of zeros of {@code rows} rows and {@code inputs} columns. */
  public static LayerInputs zeros(int rows, int inputs) {
    return new LayerInputs(rows, inputs, new float[Math.multiplyExact(rows, inputs)]);
  }
}
