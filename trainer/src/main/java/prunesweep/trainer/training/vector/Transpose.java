package prunesweep.trainer.training.vector;

/** Copies a matrix with rows and columns exchanged, in blocks that stay in the nearest cache. */
final class Transpose {

  private static final int BLOCK = 16;

  private Transpose() {}

  /**
   * Copies {@code rows x columns} values, columns a multiple of 16.
   *
   * @param stride from row to row of {@code from}
   * @param toStride from row to row of {@code to}, which has a row for each column
   */
  static void copy(float[] from, int stride, int rows, int columns, float[] to, int toStride) {
    for (int row = 0; row < rows; row += BLOCK) {
      int endRow = Math.min(row + BLOCK, rows);
      for (int column = 0; column < columns; column += BLOCK) {
        block(from, stride, row, endRow, column, to, toStride);
      }
    }
  }

  private static void block(
      float[] from, int stride, int row, int endRow, int column, float[] to, int toStride) {
    for (int j = column; j < column + BLOCK; j++) {
      for (int i = row; i < endRow; i++) {
        to[j * toStride + i] = from[i * stride + j];
      }
    }
  }
}
