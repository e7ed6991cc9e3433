package prunesweep.trainer.analysis;

import java.util.Arrays;
import prunesweep.trainer.network.Kernel;

/** Ways to bring a kernel down to a given rank. */
public enum RankReduction {
  /**
   * Principal component analysis, rows taken as samples: the columns are centred, cut to the rank
   * and shifted back, so that the result has the rank or one more (Ganguli and Chong 2024, tables
   * 11 to 13; Pearson 1901).
   */
  PCA {
    @Override
    double[] centre(Kernel kernel) {
      double[] means = new double[kernel.units()];
      for (int index = 0; index < kernel.size(); index++) {
        means[index % kernel.units()] += kernel.weights()[index];
      }
      return Arrays.stream(means).map(sum -> sum / kernel.inputs()).toArray();
    }
  },

  /**
   * Truncated singular value decomposition: the nearest matrix of the rank (Eckart, Young 1936).
   */
  SVD {
    @Override
    double[] centre(Kernel kernel) {
      return new double[kernel.units()];
    }
  };

  /** The numbers taken from each column before the cut and given back after it. */
  abstract double[] centre(Kernel kernel);

  /**
   * The reduced kernel, of the same shape.
   *
   * @param rank from 0 to the smaller side of the kernel
   * @throws ArithmeticException if a weight is not finite
   */
  public Kernel reduce(Kernel kernel, int rank) {
    int units = kernel.units();
    double[] centre = centre(kernel);
    double[] matrix = new double[kernel.size()];
    for (int index = 0; index < matrix.length; index++) {
      matrix[index] = kernel.weights()[index] - centre[index % units];
    }
    SingularVectors vectors = SingularVectors.ofOverwritten(matrix, kernel.inputs(), units);
    double[] reduced = vectors.recompose(Arrays.copyOf(vectors.values(), rank));
    float[] weights = new float[kernel.size()];
    for (int index = 0; index < weights.length; index++) {
      weights[index] = (float) (reduced[index] + centre[index % units]);
    }
    return new Kernel(kernel.inputs(), units, weights);
  }
}
