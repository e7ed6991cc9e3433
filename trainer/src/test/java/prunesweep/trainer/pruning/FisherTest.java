package prunesweep.trainer.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static prunesweep.trainer.fixture.Networks.kernel;

import java.util.List;
import org.junit.jupiter.api.Test;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.pruning.ScoredKernels.Facts;

class FisherTest {

  private static final List<Kernel> KERNELS =
      List.of(kernel(new float[] {1, -2}, new float[] {3, 4}));
  private static final Facts FACTS = Facts.ofSquaredGradients(List.of(new double[] {2, 0.5, 1, 0}));

  @Test
  void scoresByHand() {
    assertThat(HandScores.scores("fisher", KERNELS, FACTS).get(0)).containsExactly(1, 1, 4.5, 0);
  }

  @Test
  void aUnitScoresTheSumOfItsWeights() {
    assertThat(HandScores.unitScores("fisher", KERNELS, FACTS)).containsExactly(5.5, 1);
  }
}
