package prunesweep.trainer.training.vector;

import jdk.incubator.vector.FloatVector;

/** Sums of columns, row after row. */
final class ColumnSums {

  private ColumnSums() {}

  /** The sums over {@code rows} rows of the columns from {@code column}, one vector of them. */
  static FloatVector of(float[] matrix, int column, int stride, int rows) {
    FloatVector sum = FloatVector.zero(Product.SPECIES);
    for (int row = 0; row < rows; row++) {
      sum = sum.add(FloatVector.fromArray(Product.SPECIES, matrix, row * stride + column));
    }
    return sum;
  }
}
