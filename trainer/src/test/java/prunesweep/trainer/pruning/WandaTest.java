package prunesweep.trainer.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static prunesweep.trainer.fixture.Networks.kernel;

import java.util.List;
import org.junit.jupiter.api.Test;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.pruning.ScoredKernels.Facts;

class WandaTest {

  /** Inputs of norms 5, 1, 0, 2 over two batches, the first of two images. */
  private static final Facts FACTS =
      Facts.ofValues(
          List.of(List.of(new float[] {3, 0, 0, 0, 4, 1, 0, 0}, new float[] {0, 0, 0, 2})));

  private static final Kernel KERNEL =
      kernel(
          new float[] {1, 100}, new float[] {-7, 0}, new float[] {9, 900}, new float[] {3, -300});

  /** Products 5, 7, 0, 6 and 500, 0 (pruned), 0, 600: a pruned weight stands before all others. */
  @Test
  void scoresThePlaceWithinTheUnit() {
    assertThat(HandScores.scores("wanda", List.of(KERNEL), FACTS).get(0))
        .containsExactly(0.25, 0.5, 0.75, 0, 0, 0.25, 0.5, 0.75);
  }

  /** Three of seven: two of the first unit, and one of the second, which has lost one before. */
  @Test
  void oneCutTakesTheSameShareOfUnitsOfAnySize() {
    List<double[]> scores = HandScores.scores("wanda", List.of(KERNEL), FACTS);

    assertThat(Selector.lowest(Selector.candidates(scores, List.of(KERNEL)), 3))
        .containsExactly(new boolean[] {true, false, false, false, true, true, false, false});
  }

  @Test
  void equalProductsGoInTheOrderOfTheInputs() {
    Kernel kernel = kernel(new float[] {1, 2}, new float[] {5, 10}, new float[] {9, 9});

    assertThat(
            HandScores.scores(
                    "wanda",
                    List.of(kernel),
                    Facts.ofValues(List.of(List.of(new float[] {5, 1, 0}))))
                .get(0))
        .containsExactly(1 / 3.0, 1 / 3.0, 2 / 3.0, 2 / 3.0, 0, 0);
  }

  @Test
  void aUnitScoresTheMeanOfItsProducts() {
    double[] units = HandScores.unitScores("wanda", List.of(KERNEL), FACTS);

    assertThat(units).containsExactly(new double[] {18 / 4.0, 1100 / 4.0}, within(1e-12));
  }
}
