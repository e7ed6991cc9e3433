package prunesweep.trainer.training.vector;

/** The places of the operands of a product's terms, in the order in which they are added. */
final class TermOffsets {

  private final int[] left;
  private final int[] right;
  private int count;

  /** No terms yet, and room for {@code capacity}. */
  TermOffsets(int capacity) {
    left = new int[capacity + 1];
    right = new int[capacity + 1];
  }

  /** {@code count} terms whose operands lie the given strides apart. */
  static TermOffsets spaced(int count, int leftStride, int rightStride) {
    TermOffsets terms = new TermOffsets(count);
    for (int term = 0; term < count; term++) {
      terms.add(term * leftStride, term * rightStride);
    }
    return terms;
  }

  void clear() {
    count = 0;
  }

  /** One more term: the places of its operands in the left and in the right matrix. */
  void add(int leftAt, int rightAt) {
    left[count] = leftAt;
    right[count] = rightAt;
    count++;
  }

  /** One more term if {@code operands} are not all zero; the next overwrites it otherwise. */
  void offer(int leftAt, int rightAt, long operands) {
    left[count] = leftAt;
    right[count] = rightAt;
    count += (int) ((operands | -operands) >>> (Long.SIZE - 1));
  }

  /** Keeps only the first {@code first} of terms made by {@link #spaced}. */
  void limit(int first) {
    count = first;
  }

  int[] left() {
    return left;
  }

  int[] right() {
    return right;
  }

  int count() {
    return count;
  }
}
