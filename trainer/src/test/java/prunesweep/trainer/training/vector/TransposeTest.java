package prunesweep.trainer.training.vector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransposeTest {

  /** Rows, columns, and unused values behind each row on both sides. */
  @ParameterizedTest
  @CsvSource({"16, 16, 0, 0", "16, 48, 0, 0", "5, 16, 3, 11", "48, 32, 0, 16", "17, 16, 16, 15"})
  void exchangesRowsAndColumns(int rows, int columns, int gap, int toGap) {
    int stride = columns + gap;
    int toStride = rows + toGap;
    float[] from = new float[rows * stride];
    for (int index = 0; index < from.length; index++) {
      from[index] = index + 1;
    }
    float[] to = new float[columns * toStride];
    Transpose.copy(from, stride, rows, columns, to, toStride);

    for (int at = 0; at < to.length; at++) {
      int row = at % toStride;
      assertThat(to[at]).isEqualTo(row < rows ? row * stride + at / toStride + 1 : 0);
    }
  }

  @Test
  void columnSumsAddWholeRowsAndNoMore() {
    int stride = 2 * Lanes.LANES;
    float[] matrix = new float[4 * stride];
    for (int index = 0; index < matrix.length; index++) {
      matrix[index] = index;
    }
    float[] sums = new float[stride];
    sums[0] = 99;
    ColumnSums.write(matrix, stride, 3, sums);

    for (int column = 0; column < sums.length; column++) {
      // Rows 0, 1 and 2.
      assertThat(sums[column]).isEqualTo(3 * column + 3 * stride);
    }
  }
}
