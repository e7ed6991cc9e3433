package prunesweep.trainer.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static prunesweep.trainer.fixture.Networks.kernel;

import java.util.List;
import org.junit.jupiter.api.Test;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.pruning.ScoredKernels.Facts;

class TaylorTest {

  private static final List<Kernel> KERNELS =
      List.of(kernel(new float[] {1, -2}, new float[] {3, 4}));
  private static final Facts FACTS =
      Facts.ofGradients(List.of(List.of(new float[] {2, 1, -1, 0}, new float[] {1, 0.5f, 1, 0})));

  /** Weights times gradients are 2, -2, -3, 0 and 1, -1, 3, 0: squares do not cancel. */
  @Test
  void addsUpSquaresOverBatches() {
    assertThat(HandScores.scores("taylor", KERNELS, FACTS).get(0)).containsExactly(5, 5, 18, 0);
  }

  @Test
  void aUnitScoresTheSumOfItsWeights() {
    assertThat(HandScores.unitScores("taylor", KERNELS, FACTS)).containsExactly(23, 5);
  }
}
