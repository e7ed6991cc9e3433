package prunesweep.trainer.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static prunesweep.trainer.fixture.Networks.kernel;

import java.util.List;
import org.junit.jupiter.api.Test;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.pruning.ScoredKernels.Facts;

class LampTest {

  /** Squares 1, 4, 0 and 9, 16, 4; equal ones stand in flat order: 4 / 33 before 4 / 29. */
  @Test
  void scoresByHand() {
    Kernel kernel = kernel(new float[] {1, -2, 0}, new float[] {-3, 4, 2});

    assertThat(scores(kernel).get(0)).containsExactly(1 / 34.0, 4 / 33.0, 0, 9 / 25.0, 1, 4 / 29.0);
  }

  @Test
  void aFactorOfALayerChangesNoScore() {
    Kernel small = kernel(new float[] {1, -2}, new float[] {3, 4});
    Kernel large = kernel(new float[] {64, -128}, new float[] {192, 256});

    assertThat(scores(small, large).get(0)).containsExactly(scores(small, large).get(1));
  }

  /**
   * Weights that are equal score 1/4, 1/3, 1/2, 1: three of four go before the last of any layer.
   */
  @Test
  void eachLayerKeepsOneWeightAsLongAsThereIsOneForEach() {
    Kernel tiny = kernel(new float[] {1e-6f, 1e-6f}, new float[] {1e-6f, 1e-6f});
    Kernel large = kernel(new float[] {5, -5}, new float[] {5, 5});

    assertThat(Selector.lowest(scores(tiny, large), 6))
        .containsOnly(new boolean[] {true, true, true, false});
  }

  @Test
  void aLayerOfZerosScoresZero() {
    assertThat(scores(kernel(new float[] {0, -0.0f})).get(0)).containsExactly(0, 0);
  }

  private static List<double[]> scores(Kernel... kernels) {
    return HandScores.scores("lamp", List.of(kernels), Facts.NONE);
  }
}
