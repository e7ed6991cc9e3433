package prunesweep.trainer.analysis;

import static org.bytedeco.openblas.global.openblas.LAPACKE_dgesdd;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;

import java.util.Arrays;
import prunesweep.trainer.machine.OpenBlas;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.result.Spectrum;
import prunesweep.trainer.result.Spectrum.Norms;

/**
 * The singular values of a kernel, largest first, by LAPACK's divide and conquer in double
 * precision.
 *
 * @param values as many as the smaller side of the kernel has
 * @param longerSide the larger of rows and columns
 */
@SuppressWarnings("ArrayRecordComponent") // A vector of numbers, read by index.
public record SingularValues(double[] values, int longerSide) {

  /** One unit in the last place of a 32-bit float at 1: what the weights themselves resolve. */
  private static final double FLOAT_EPSILON = 0x1p-23;

  static {
    // The first call below would load it as the environment says.
    OpenBlas.inUse();
  }

  /**
   * The singular values of {@code kernel}.
   *
   * @throws ArithmeticException if the decomposition does not converge or a weight is not finite
   */
  public static SingularValues of(Kernel kernel) {
    int rows = kernel.units();
    int columns = kernel.inputs();
    double[] values = new double[Math.min(rows, columns)];
    double[] none = new double[1];
    int info =
        LAPACKE_dgesdd(
            LAPACK_COL_MAJOR,
            (byte) 'N',
            rows,
            columns,
            transposed(kernel),
            rows,
            values,
            none,
            rows,
            none,
            columns);
    requireDecomposed(info, values);
    return new SingularValues(values, Math.max(rows, columns));
  }

  /** LAPACK refuses NaN by itself, but of an infinite weight it makes values that are NaN. */
  static void requireDecomposed(int info, double[] values) {
    if (info != 0) {
      throw new ArithmeticException("LAPACK's dgesdd failed with info " + info);
    }
    if (!Arrays.stream(values).allMatch(Double::isFinite)) {
      throw new ArithmeticException("Singular values need finite weights");
    }
  }

  /** Rows of the kernel read as columns: the transpose, which has the same singular values. */
  private static double[] transposed(Kernel kernel) {
    double[] weights = new double[kernel.size()];
    for (int index = 0; index < weights.length; index++) {
      weights[index] = kernel.weights()[index];
    }
    return weights;
  }

  /** What the tables say of the values. */
  public Spectrum spectrum() {
    return new Spectrum(rank(), tolerance(), norms(), effectiveRank(), stableRank());
  }

  private Norms norms() {
    return new Norms(nuclearNorm(), values[0], Math.sqrt(sumOfSquares()));
  }

  private double sumOfSquares() {
    return Arrays.stream(values).map(value -> value * value).sum();
  }

  /** NumPy's default tolerance for 32-bit matrices: largest value x longer side x 2^-23. */
  public double tolerance() {
    return values[0] * longerSide * FLOAT_EPSILON;
  }

  /** Numerical rank: how many values are above the tolerance. */
  public int rank() {
    double tolerance = tolerance();
    return (int) Arrays.stream(values).filter(value -> value > tolerance).count();
  }

  /** Nuclear norm: the sum of the values (Ganguli and Chong 2024, equation 2). */
  public double nuclearNorm() {
    return Arrays.stream(values).sum();
  }

  /**
   * Effective rank: exp of the entropy of the values over their sum (Roy and Vetterli, The
   * effective rank, 2007); 0 where all values are zero.
   */
  public double effectiveRank() {
    double sum = nuclearNorm();
    double entropy =
        Arrays.stream(values)
            .filter(value -> value > 0)
            .map(value -> -value / sum * Math.log(value / sum))
            .sum();
    return sum > 0 ? Math.exp(entropy) : 0;
  }

  /**
   * Stable rank: the sum of the squared values over the largest squared (Rudelson and Vershynin
   * 2007); 0 where all values are zero.
   */
  public double stableRank() {
    return values[0] > 0 ? sumOfSquares() / (values[0] * values[0]) : 0;
  }
}
