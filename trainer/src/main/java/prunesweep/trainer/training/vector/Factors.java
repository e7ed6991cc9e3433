package prunesweep.trainer.training.vector;

/**
 * What an {@link AddedProduct} multiplies its sums by: one factor, or zero where a weight is held.
 *
 * @param factor that of every element that is kept
 * @param kept the mask's words
 * @param stride words from row to row, or 0 where all elements are kept
 */
@SuppressWarnings("ArrayRecordComponent") // As long as a mask: never copied.
record Factors(float factor, int[] kept, int stride) {

  private static final int[] ALL = {-1, -1};

  /** The sums as they are. */
  static final Factors ONE = uniform(1);

  /** The same {@code factor} for every element. */
  static Factors uniform(float factor) {
    return new Factors(factor, ALL, 0);
  }

  /** The same for every element kept, of a matrix with {@code rowStride} from row to row. */
  static Factors kept(float factor, KeptBits kept, int rowStride) {
    return new Factors(factor, kept.words(), rowStride / Lanes.LANES);
  }

  /** Index of the word of the element at {@code outAt}, the first of a vector. */
  int at(int outAt) {
    return stride == 0 ? 0 : outAt / Lanes.LANES;
  }
}
