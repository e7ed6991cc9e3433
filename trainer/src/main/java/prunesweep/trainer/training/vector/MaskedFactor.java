package prunesweep.trainer.training.vector;

/**
 * A factor for the sums of an {@link AddedProduct}: one number for all of them, or zero where a
 * mask holds a weight. Or none: then the sums are not added to what is there, but written.
 *
 * @param value the factor of every element that is kept
 * @param kept the mask's words; none where sums are written
 * @param stride words from row to row, or 0 where all elements are kept
 */
@SuppressWarnings("ArrayRecordComponent") // As long as a mask: never copied.
record MaskedFactor(float value, int[] kept, int stride) {

  private static final int[] ALL = {-1, -1};

  /** The sums as they are. */
  static final MaskedFactor ONE = uniform(1);

  /** None: the sums are written. */
  static final MaskedFactor WRITTEN = new MaskedFactor(1, new int[0], 0);

  /** The same {@code factor} for every element. */
  static MaskedFactor uniform(float factor) {
    return new MaskedFactor(factor, ALL, 0);
  }

  /** The same for every element kept, of a matrix with {@code rowStride} from row to row. */
  static MaskedFactor kept(float factor, PackedMask kept, int rowStride) {
    return new MaskedFactor(factor, kept.words(), rowStride / Lanes.LANES);
  }

  /** False where sums are written. */
  boolean adds() {
    return kept.length > 0;
  }

  /** Index of the word of the element at {@code outAt}, the first of a vector. */
  int at(int outAt) {
    return stride == 0 ? 0 : outAt / Lanes.LANES;
  }

  /** The factor of the element at {@code outAt}. */
  float of(int outAt) {
    return (kept[at(outAt)] >>> (outAt % Lanes.LANES) & 1) == 0 ? 0 : value;
  }
}
