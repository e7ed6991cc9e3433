package prunesweep.trainer.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prunesweep.trainer.fixture.Networks;
import prunesweep.trainer.fixture.StoredNumbers;
import prunesweep.trainer.network.Kernel;

class RankReductionTest {

  /** Matrices and results made by scikit-learn and NumPy: see rank_reduction.py. */
  @ParameterizedTest
  @ValueSource(strings = {"tall", "wide", "shifted", "zero-columns"})
  void agreesWithScikitLearnAndNumPy(String name) {
    StoredNumbers stored = StoredNumbers.of("rank-reduction.txt");
    Kernel kernel = kernel(stored, name);
    for (int rank : stored.integers(name + ".ranks")) {
      assertThat(RankReduction.PCA.reduce(kernel, rank).weights())
          .containsExactly(stored.floats(name + ".pca" + rank), offset(1e-6f));
      assertThat(RankReduction.SVD.reduce(kernel, rank).weights())
          .containsExactly(stored.floats(name + ".svd" + rank), offset(1e-6f));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tall", "wide", "shifted", "zero-columns"})
  void effectiveAndStableRankAgreeWithNumPy(String name) {
    StoredNumbers stored = StoredNumbers.of("rank-reduction.txt");
    SingularValues values = SingularValues.of(kernel(stored, name));

    assertThat(values.effectiveRank())
        .isCloseTo(stored.doubles(name + ".effective-rank")[0], within(1e-6));
    assertThat(values.stableRank())
        .isCloseTo(stored.doubles(name + ".stable-rank")[0], within(1e-9));
  }

  /** Columns of one value each: centred they are nothing, so no component is needed. */
  @Test
  void rankZeroLeavesTheMeansOfPcaAndNothingOfSvd() {
    Kernel kernel = Networks.kernel(new float[] {2, -3}, new float[] {2, -3}, new float[] {2, -3});

    assertThat(RankReduction.PCA.reduce(kernel, 0).weights()).containsExactly(2, -3, 2, -3, 2, -3);
    assertThat(RankReduction.SVD.reduce(kernel, 0).weights()).containsOnly(0);
  }

  /** Values 5 and 3, 0: shares 5/8 and 3/8; squares 25 + 9 over 25. */
  @Test
  void rankMeasuresByHand() {
    SingularValues values = new SingularValues(new double[] {5, 3, 0}, 4);
    double entropy = -(0.625 * Math.log(0.625) + 0.375 * Math.log(0.375));

    assertThat(values.effectiveRank()).isCloseTo(Math.exp(entropy), within(1e-12));
    assertThat(values.stableRank()).isCloseTo(1.36, within(1e-12));
    SingularValues nothing = new SingularValues(new double[2], 2);
    assertThat(nothing.effectiveRank()).isZero();
    assertThat(nothing.stableRank()).isZero();
  }

  @Test
  void theKernelItselfIsNotChanged() {
    Kernel kernel = kernel(StoredNumbers.of("rank-reduction.txt"), "tall");
    float[] before = Arrays.copyOf(kernel.weights(), kernel.size());
    RankReduction.PCA.reduce(kernel, 1);

    assertThat(kernel.weights()).isEqualTo(before);
  }

  private static Kernel kernel(StoredNumbers stored, String name) {
    int[] shape = stored.integers(name + ".shape");
    return new Kernel(shape[0], shape[1], stored.floats(name + ".matrix"));
  }
}
