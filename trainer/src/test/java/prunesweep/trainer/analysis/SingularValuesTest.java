package prunesweep.trainer.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prunesweep.trainer.fixture.Networks;
import prunesweep.trainer.fixture.StoredNumbers;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.result.LayerResult;
import prunesweep.trainer.result.Spectrum;
import prunesweep.trainer.result.Spectrum.Norms;
import prunesweep.trainer.spec.NetworkSpec;

class SingularValuesTest {

  /** Matrices, values, ranks, tolerances and norms made by numpy.linalg: see singular_values.py. */
  @ParameterizedTest
  @ValueSource(
      strings = {"full", "wide", "deficient", "zero-columns", "nearly-deficient", "all-zero"})
  void agreesWithNumPy(String name) {
    StoredNumbers stored = StoredNumbers.of("singular-values.txt");
    int[] shape = stored.integers(name + ".shape");
    SingularValues values =
        SingularValues.of(new Kernel(shape[0], shape[1], stored.floats(name + ".matrix")));

    double[] expected = stored.doubles(name + ".values");
    double largest = expected[0];
    assertThat(values.values()).containsExactly(expected, offset(1e-12 * largest));
    assertThat(values.rank()).isEqualTo(stored.integers(name + ".rank")[0]);
    assertThat(values.tolerance())
        .isCloseTo(stored.doubles(name + ".tolerance")[0], within(1e-12 * largest));
    assertThat(values.nuclearNorm())
        .isCloseTo(stored.doubles(name + ".nuclear-norm")[0], within(1e-12 * largest * 30));
    Norms norms = values.spectrum().norms();
    assertThat(norms.nuclear()).isEqualTo(values.nuclearNorm());
    assertThat(norms.spectral())
        .isCloseTo(stored.doubles(name + ".spectral-norm")[0], within(1e-12 * largest));
    assertThat(norms.frobenius())
        .isCloseTo(stored.doubles(name + ".frobenius-norm")[0], within(1e-12 * largest * 30));
  }

  /** Orthogonal columns of length 5, 3 and 0: the lengths are the singular values. */
  @Test
  void orthogonalColumnsHaveTheirLengths() {
    Kernel kernel =
        Networks.kernel(
            new float[] {0, 4, 0}, new float[] {3, 0, 0}, new float[] {0, 3, 0}, new float[3]);
    SingularValues values = SingularValues.of(kernel);

    assertThat(values.values()).containsExactly(new double[] {5, 3, 0}, offset(1e-14));
    assertThat(values.nuclearNorm()).isCloseTo(8, within(1e-13));
    assertThat(values.tolerance()).isCloseTo(5 * 4 * 0x1p-23, within(1e-18));
    assertThat(values.rank()).isEqualTo(2);
  }

  /** The tolerance of a 2 x 2 matrix with largest value 1 is 2^-22: above counts, at it not. */
  @Test
  void onlyValuesAboveTheToleranceCount() {
    assertThat(new SingularValues(new double[] {1, 0x1p-22}, 2).rank()).isEqualTo(1);
    assertThat(new SingularValues(new double[] {1, Math.nextUp(0x1p-22)}, 2).rank()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void refusesWeightsThatAreNotFinite(float broken) {
    Kernel kernel = Networks.kernel(new float[] {1, 2}, new float[] {broken, 3});

    assertThatThrownBy(() -> SingularValues.of(kernel)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void describesEachHiddenLayer() {
    List<LayerResult> layers =
        LayerAnalysis.describe(
            "pruned",
            Architecture.of(new NetworkSpec(List.of(2, 1), false), 3, 1),
            new Parameters(
                List.of(
                    Networks.kernel(new float[] {2, 0}, new float[] {0, 0}, new float[] {0, 1}),
                    Networks.kernel(new float[] {0}, new float[] {0}),
                    Networks.kernel(new float[] {7})),
                List.of()));

    LayerResult first = layers.get(0);
    assertThat(first.stage()).isEqualTo("pruned");
    assertThat(List.of(first.layer(), first.inputs(), first.units(), first.spectrum().rank()))
        .containsExactly(1, 3, 2, 2);
    assertThat(first.nonzeroWeights()).isEqualTo(2);
    assertThat(first.spectrum().norms().nuclear()).isCloseTo(3, within(1e-14));
    assertThat(first.spectrum().rankTolerance()).isCloseTo(2 * 3 * 0x1p-23, within(1e-18));
    assertThat(layers.get(1))
        .isEqualTo(
            new LayerResult("pruned", 2, 2, 1, 1, 0, new Spectrum(0, 0, new Norms(0, 0, 0), 0, 0)));
  }
}
