package prunesweep.trainer.training.vector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransposeTest {

  @ParameterizedTest
  @CsvSource({"16, 16", "16, 48", "64, 16", "48, 32"})
  void exchangesRowsAndColumns(int rows, int columns) {
    float[] from = new float[rows * columns];
    for (int index = 0; index < from.length; index++) {
      from[index] = index;
    }
    float[] to = new float[from.length];
    Transpose.copy(from, rows, columns, to);

    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        assertThat(to[column * rows + row]).isEqualTo(row * columns + column);
      }
    }
  }

  @Test
  void columnSumsAddWholeRowsAndNoMore() {
    int stride = 2 * Product.LANES;
    float[] matrix = new float[4 * stride];
    for (int index = 0; index < matrix.length; index++) {
      matrix[index] = index;
    }
    float[] sums = new float[Product.LANES];
    ColumnSums.of(matrix, Product.LANES, stride, 3).intoArray(sums, 0);

    for (int lane = 0; lane < sums.length; lane++) {
      // Rows 0, 1 and 2 at column LANES + lane.
      assertThat(sums[lane]).isEqualTo(3 * (Product.LANES + lane) + 3 * stride);
    }
  }
}
