package prunesweep.trainer.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static prunesweep.trainer.fixture.Networks.kernel;

import java.util.List;
import org.junit.jupiter.api.Test;

class MaskTest {

  private static final List<Kernel> KERNELS =
      List.of(kernel(new float[] {1, 0}, new float[] {-0.0f, -2}), kernel(new float[] {3, 4}));

  @Test
  void keepsWhatIsNotExactlyZero() {
    Mask mask = Mask.ofNonZero(KERNELS);

    assertThat(mask.kept())
        .containsExactly(new boolean[] {true, false, false, true}, new boolean[] {true, true});
    assertThat(mask.keptWeights()).isEqualTo(4);
  }

  @Test
  void withoutTakesAwayAndNeverGivesBack() {
    Mask before = Mask.ofNonZero(KERNELS);
    Mask after =
        before.without(
            List.of(new boolean[] {true, true, false, false}, new boolean[] {false, true}));

    assertThat(after.kept())
        .containsExactly(new boolean[] {false, false, false, true}, new boolean[] {true, false});
    assertThat(after.keptWeights()).isEqualTo(2);
    assertThat(before.keptWeights()).isEqualTo(4);
  }

  @Test
  void countsSparsityOverAllWeightsButNotBiases() {
    Parameters parameters = new Parameters(KERNELS, List.of(new float[2], new float[2]));

    assertThat(parameters.weights()).isEqualTo(6);
    assertThat(parameters.nonZeroWeights()).isEqualTo(4);
    assertThat(parameters.sparsity()).isEqualTo(1 / 3.0);
    assertThat(parameters.hidden()).containsExactly(KERNELS.get(0));
  }

  @Test
  void aKernelHoldsInputsTimesUnitsWeights() {
    assertThatThrownBy(() -> new Kernel(2, 3, new float[5]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("5 weights are not 2 x 3");
  }
}
