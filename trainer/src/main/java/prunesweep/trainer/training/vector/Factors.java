package prunesweep.trainer.training.vector;

import java.util.Arrays;

/**
 * What an {@link AddedProduct} multiplies its sums by.
 *
 * @param values one an element of out, or two vectors of the same factor
 * @param stride from row to row: that of out, or 0 where all factors are the same
 */
@SuppressWarnings("ArrayRecordComponent") // As long as a weight matrix: never copied.
record Factors(float[] values, int stride) {

  /** The sums as they are. */
  static final Factors ONE = uniform(1);

  /** The same {@code factor} for every element. */
  static Factors uniform(float factor) {
    float[] values = new float[2 * Lanes.LANES];
    Arrays.fill(values, factor);
    return new Factors(values, 0);
  }

  /** Index of the factor of the element at {@code outAt}, the first of a tile. */
  int at(int outAt) {
    return stride == 0 ? 0 : outAt;
  }
}
