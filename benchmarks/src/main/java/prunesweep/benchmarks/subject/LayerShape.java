package prunesweep.benchmarks.subject;

/**
 * The sizes of a layer's matrix products.
 *
 * @param images rows of its input and its output
 * @param inputs columns of its input, rows of its weights
 * @param units columns of its weights and its output
 */
public record LayerShape(int images, int inputs, int units) {

  /** Floating-point operations of each of its products: a multiplication and an addition each. */
  public double operations() {
    return 2.0 * images * inputs * units;
  }

  /** The sizes as people write them, e.g. {@code 32x784x300}. */
  @Override
  public String toString() {
    return "%dx%dx%d".formatted(images, inputs, units);
  }
}
