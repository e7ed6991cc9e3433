package prunesweep.trainer.analysis;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.spec.NormWeights;

/**
 * The weighted nuclear norm of a kernel and its gradient (Ganguli and Chong 2024, equations 2 to 4;
 * Gu et al. 2014). The gradient of the sum of w_i x s_i, where all s_i differ, is U diag(w) V^T:
 * each singular value moves by u_i v_i^T (Watson, Characterization of the subdifferential of some
 * matrix norms, 1992). Where values are zero it is one of the subgradients.
 */
public final class NuclearNorm {

  private NuclearNorm() {}

  /** The sum of the weighted singular values, largest first. */
  public static double value(Kernel kernel, NormWeights weights) {
    double[] values = SingularValues.of(kernel).values();
    double[] factors = factors(weights, values.length);
    return IntStream.range(0, values.length).mapToDouble(i -> factors[i] * values[i]).sum();
  }

  /** Its gradient: one value a weight, in the order of the kernel. */
  public static double[] gradient(Kernel kernel, NormWeights weights) {
    double[] matrix = new double[kernel.size()];
    for (int index = 0; index < matrix.length; index++) {
      matrix[index] = kernel.weights()[index];
    }
    SingularVectors vectors =
        SingularVectors.ofOverwritten(matrix, kernel.inputs(), kernel.units());
    return vectors.recompose(factors(weights, vectors.values().length));
  }

  /** Rising weights are 1/n, 2/n to 1 for n values: the smallest value weighs most. */
  private static double[] factors(NormWeights weights, int count) {
    IntToDoubleFunction factor =
        switch (weights) {
          case EQUAL -> index -> 1;
          case RISING -> index -> (index + 1) / (double) count;
          case COUNTING -> index -> index + 1;
        };
    return IntStream.range(0, count).mapToDouble(factor).toArray();
  }
}
