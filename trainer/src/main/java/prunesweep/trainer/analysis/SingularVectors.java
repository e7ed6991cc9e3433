package prunesweep.trainer.analysis;

import static org.bytedeco.openblas.global.openblas.LAPACKE_dgesdd;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;

import prunesweep.trainer.machine.OpenBlas;

/**
 * The thin singular value decomposition of an {@code inputs x units} matrix by LAPACK's divide and
 * conquer in double precision: matrix = left x diagonal of values x right.
 *
 * @param inputs rows of the matrix
 * @param units columns of the matrix
 * @param values the smaller side's number of them, largest first
 * @param left {@code inputs} rows of as many elements: left vector i is column i
 * @param right as many rows of {@code units} elements: right vector i is row i
 */
@SuppressWarnings("ArrayRecordComponent") // Matrices: read by index, never changed.
record SingularVectors(int inputs, int units, double[] values, double[] left, double[] right) {

  static {
    // The first call below would load it as the environment says.
    OpenBlas.inUse();
  }

  /**
   * Decomposes the {@code inputs x units} values of {@code matrix}, row by row, which LAPACK
   * overwrites.
   *
   * @throws ArithmeticException if the decomposition does not converge or a value is not finite
   */
  static SingularVectors ofOverwritten(double[] matrix, int inputs, int units) {
    int count = Math.min(inputs, units);
    double[] values = new double[count];
    double[] columnsOfUnits = new double[units * count];
    double[] rowsOfInputs = new double[count * inputs];
    // Rows read as columns are the transpose, whose left vectors are this matrix's right ones.
    int info =
        LAPACKE_dgesdd(
            LAPACK_COL_MAJOR,
            (byte) 'S',
            units,
            inputs,
            matrix,
            units,
            values,
            columnsOfUnits,
            units,
            rowsOfInputs,
            count);
    SingularValues.requireDecomposed(info, values);
    return new SingularVectors(inputs, units, values, rowsOfInputs, columnsOfUnits);
  }

  /**
   * The matrix with other values in place of its singular values.
   *
   * @param weights one a value; what is left out counts as zero
   * @return {@code inputs x units} values, row by row
   */
  double[] recompose(double[] weights) {
    double[] matrix = new double[inputs * units];
    for (int row = 0; row < inputs; row++) {
      for (int index = 0; index < weights.length; index++) {
        double factor = left[row * values.length + index] * weights[index];
        for (int column = 0; column < units; column++) {
          matrix[row * units + column] += factor * right[index * units + column];
        }
      }
    }
    return matrix;
  }
}
