package prunesweep.trainer.training.vector;

/** Copies a matrix with rows and columns exchanged, eight columns at a time. */
final class Transpose {

  private static final int COLUMNS = 8;

  private Transpose() {}

  /**
   * Copies {@code rows x columns} values, columns a multiple of 8.
   *
   * @param stride from row to row of {@code from}
   * @param toStride from row to row of {@code to}, which has a row for each column
   */
  static void copy(float[] from, int stride, int rows, int columns, float[] to, int toStride) {
    for (int column = 0; column < columns; column += COLUMNS) {
      copyEight(from, column, stride, rows, to, column * toStride, toStride);
    }
  }

  /** Written out, so that a row costs eight moves and nothing else. */
  private static void copyEight(
      float[] from, int start, int stride, int rows, float[] to, int toStart, int toStride) {
    for (int row = 0; row < rows; row++) {
      int at = start + row * stride;
      int toAt = toStart + row;
      to[toAt] = from[at];
      to[toAt + toStride] = from[at + 1];
      to[toAt + 2 * toStride] = from[at + 2];
      to[toAt + 3 * toStride] = from[at + 3];
      to[toAt + 4 * toStride] = from[at + 4];
      to[toAt + 5 * toStride] = from[at + 5];
      to[toAt + 6 * toStride] = from[at + 6];
      to[toAt + 7 * toStride] = from[at + 7];
    }
  }
}
