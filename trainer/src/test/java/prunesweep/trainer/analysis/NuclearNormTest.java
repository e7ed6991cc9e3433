package prunesweep.trainer.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import prunesweep.trainer.fixture.Networks;
import prunesweep.trainer.fixture.StoredNumbers;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.spec.NormWeights;

class NuclearNormTest {

  /** Singular values 5 and 3 of orthogonal columns: 5 + 3, 5 / 2 + 3, and 5 + 2 x 3. */
  @Test
  void weighsTheValuesByTheirPlace() {
    Kernel kernel = Networks.kernel(new float[] {0, 4}, new float[] {3, 0}, new float[] {0, 3});

    assertThat(NuclearNorm.value(kernel, NormWeights.EQUAL)).isCloseTo(8, within(1e-12));
    assertThat(NuclearNorm.value(kernel, NormWeights.RISING)).isCloseTo(5.5, within(1e-12));
    assertThat(NuclearNorm.value(kernel, NormWeights.COUNTING)).isCloseTo(11, within(1e-12));
  }

  /**
   * Orthogonal columns (0, 4, 3) and (3, 0, 0): their directions are the left vectors, the axes the
   * right ones. Rising weights halve the larger one's, counting ones double the smaller one's.
   */
  @Test
  void theGradientOfOrthogonalColumnsIsTheirDirections() {
    Kernel kernel = Networks.kernel(new float[] {0, 3}, new float[] {4, 0}, new float[] {3, 0});

    assertThat(NuclearNorm.gradient(kernel, NormWeights.EQUAL))
        .containsExactly(new double[] {0, 1, 0.8, 0, 0.6, 0}, within(1e-12));
    assertThat(NuclearNorm.gradient(kernel, NormWeights.RISING))
        .containsExactly(new double[] {0, 1, 0.4, 0, 0.3, 0}, within(1e-12));
    assertThat(NuclearNorm.gradient(kernel, NormWeights.COUNTING))
        .containsExactly(new double[] {0, 2, 0.8, 0, 0.6, 0}, within(1e-12));
  }

  /** Steps of 2^-12, which 32-bit weights hold exactly; the error falls with their square. */
  @ParameterizedTest
  @EnumSource
  void agreesWithFiniteDifferences(NormWeights weights) {
    StoredNumbers stored = StoredNumbers.of("rank-reduction.txt");
    for (String name : new String[] {"tall", "wide"}) {
      int[] shape = stored.integers(name + ".shape");
      float[] values = stored.floats(name + ".matrix");
      for (int index = 0; index < values.length; index++) {
        values[index] = Math.round(values[index] * 0x1p12f) * 0x1p-12f;
      }
      Kernel kernel = new Kernel(shape[0], shape[1], values);
      int largest = Math.min(shape[0], shape[1]);
      double tolerance = weights == NormWeights.COUNTING ? 1e-4 * largest : 1e-4;
      double[] gradient = NuclearNorm.gradient(kernel, weights);
      for (int index = 0; index < values.length; index += 5) {
        double above = NuclearNorm.value(moved(kernel, index, 0x1p-12f), weights);
        double below = NuclearNorm.value(moved(kernel, index, -0x1p-12f), weights);

        assertThat(gradient[index]).isCloseTo((above - below) / 0x1p-11, within(tolerance));
      }
    }
  }

  private static Kernel moved(Kernel kernel, int index, float by) {
    float[] weights = Arrays.copyOf(kernel.weights(), kernel.size());
    weights[index] += by;
    return new Kernel(kernel.inputs(), kernel.units(), weights);
  }
}
