package prunesweep.trainer.training.vector;

/** Copies a matrix with rows and columns exchanged, in blocks that stay in the nearest cache. */
final class Transpose {

  private static final int BLOCK = 16;

  private Transpose() {}

  /** Both sides of {@code from} are multiples of 16. */
  static void copy(float[] from, int rows, int columns, float[] to) {
    for (int row = 0; row < rows; row += BLOCK) {
      for (int column = 0; column < columns; column += BLOCK) {
        block(from, row, column, columns, to, rows);
      }
    }
  }

  private static void block(float[] from, int row, int column, int columns, float[] to, int rows) {
    for (int j = column; j < column + BLOCK; j++) {
      for (int i = row; i < row + BLOCK; i++) {
        to[j * rows + i] = from[i * columns + j];
      }
    }
  }
}
