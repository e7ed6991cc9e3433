package prunesweep.trainer.training.vector;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/** Sums of columns, row after row. */
final class ColumnSums {

  private ColumnSums() {}

  /** Sets {@code sums} to those of the {@code stride} columns over the first {@code rows} rows. */
  static void write(float[] matrix, int stride, int rows, float[] sums) {
    Arrays.fill(sums, 0);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < stride; column += Lanes.LANES) {
        FloatVector.fromArray(Lanes.SPECIES, sums, column)
            .add(FloatVector.fromArray(Lanes.SPECIES, matrix, row * stride + column))
            .intoArray(sums, column);
      }
    }
  }
}
