package prunesweep.trainer.training.vector;

import jdk.incubator.vector.FloatVector;

/** Sums of columns, row after row: each in a register, not in memory between two rows. */
final class ColumnSums {

  private ColumnSums() {}

  /** Sets {@code sums} to those of the {@code stride} columns over the first {@code rows} rows. */
  static void write(float[] matrix, int stride, int rows, float[] sums) {
    for (int column = 0; column < stride; column += Lanes.LANES) {
      FloatVector sum = FloatVector.zero(Lanes.SPECIES);
      for (int row = 0; row < rows; row++) {
        sum = sum.add(FloatVector.fromArray(Lanes.SPECIES, matrix, row * stride + column));
      }
      sum.intoArray(sums, column);
    }
  }
}
