package prunesweep.trainer.pruning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Mask;

/** Two layers of six weights, of which four and two are held. */
class DropAndGrowTest {

  private static final List<Kernel> KERNELS =
      List.of(
          new Kernel(3, 2, new float[] {0.4f, 0, -0.1f, 0.2f, 0, -0.1f}),
          new Kernel(2, 3, new float[] {0, 0.5f, 0, -0.3f, 0, 0}));
  private static final Mask HELD = Mask.ofNonZero(KERNELS);

  /**
   * Half goes: weights 2 and 5 of the first layer, which are equally small, and 3 of the second.
   */
  @Test
  void theSmallestGoAndAsManyGrowInEachLayer() {
    Growth growth =
        Growth.ofWhatIsLost(
            List.of(new double[] {9, 1, 2, 9, 3, 0}, new double[] {1, 9, 1, 0.5, 0, 1}));

    Prune prune = new DropAndGrow(KERNELS, HELD, 0.5).prune(7, growth);

    assertThat(prune.cycle()).isEqualTo(7);
    assertThat(prune.prunedWeights()).isEqualTo(3);
    assertThat(prune.regrownWeights()).isEqualTo(3);
    assertThat(prune.mask().kept().get(0)).containsExactly(true, false, false, true, false, false);
    assertThat(prune.mask().kept().get(1)).containsExactly(false, true, false, false, false, false);
    Mask grown = prune.regrown().orElseThrow();
    // What just went may grow again: weight 2 of the first layer. Of equal ones the first grows.
    assertThat(grown.kept().get(0)).containsExactly(true, false, true, true, true, false);
    assertThat(grown.kept().get(1)).containsExactly(true, true, false, false, false, false);
  }

  /** Three grow in all: 3 x 0.1 / 1.5 = 0.2 in the first layer and 2.8 in the second. */
  @Test
  void sharesOfLayersMoveWeightsFromLayerToLayer() {
    Growth growth =
        new Growth(
            List.of(new double[] {0, 1, 2, 3, 4, 5}, new double[] {0, 1, 2, 3, 4, 5}),
            Optional.of(new double[] {0.1, 1.4}));

    Prune prune = new DropAndGrow(KERNELS, HELD, 0.5).prune(1, growth);

    assertThat(prune.regrownWeights()).isEqualTo(3);
    Mask grown = prune.regrown().orElseThrow();
    assertThat(grown.kept().get(0)).containsExactly(true, false, false, true, false, false);
    assertThat(grown.kept().get(1)).containsExactly(false, true, false, true, true, true);
  }

  /** A weight that grew and has not moved yet is held, and the smallest there is. */
  @Test
  void aHeldWeightThatIsZeroIsDroppedFirst() {
    Mask more =
        new Mask(
            List.of(
                new boolean[] {true, true, true, true, false, true},
                new boolean[] {false, true, false, true, false, false}));
    Growth growth = Growth.ofWhatIsLost(List.of(new double[6], new double[6]));

    Prune prune = new DropAndGrow(KERNELS, more, 0.2).prune(1, growth);

    assertThat(prune.mask().kept().get(0)).containsExactly(true, false, true, true, false, true);
    assertThat(prune.prunedWeights()).as("a fifth of 5 and of 2").isEqualTo(1);
  }

  @Test
  void aLayerThatIsFullLeavesTheRestToTheOthers() {
    assertThat(Growth.shareOut(10, new double[] {8, 1, 1}, new long[] {4, 9, 9}))
        .containsExactly(4, 3, 3);
    assertThat(Growth.shareOut(10, new double[] {8, 1.5, 0.5}, new long[] {4, 4, 9}))
        .as("6 x 0.75 is more than 4")
        .containsExactly(4, 4, 2);
  }

  @Test
  void wholeWeightsGoByLargestRemaindersAndTheFirstOfEqualLayers() {
    assertThat(Growth.shareOut(5, new double[] {1, 1, 2}, new long[] {9, 9, 9}))
        .as("1.25, 1.25 and 2.5")
        .containsExactly(1, 1, 3);
    assertThat(Growth.shareOut(4, new double[] {1, 1, 1}, new long[] {9, 9, 9}))
        .containsExactly(2, 1, 1);
  }

  @Test
  void layersWithoutAnyShareGoByTheirRooms() {
    assertThat(Growth.shareOut(6, new double[] {0, 0}, new long[] {8, 4})).containsExactly(4, 2);
    assertThat(Growth.shareOut(6, new double[] {1, 0, 0}, new long[] {2, 9, 3}))
        .containsExactly(2, 3, 1);
    assertThat(Growth.shareOut(0, new double[] {0, 0}, new long[] {0, 0})).containsExactly(0, 0);
  }

  @Test
  void momentumIsThatOfTheWholeNetworkAndItsHeldWeightsDecideTheShares() {
    Momentum momentum =
        Momentum.NONE
            .after(0.5, List.of(kernel(1, -2, 0), kernel(0, 0, 4)))
            .after(0.5, List.of(kernel(1, 0, -1), kernel(1, 1, 1)));
    Mask held = new Mask(List.of(new boolean[] {true, true, false}));

    Growth growth = momentum.growth(held);

    assertThat(growth.wanted().get(0)).containsExactly(1.5, 1, 1);
    assertThat(growth.shares()).hasValueSatisfying(m -> assertThat(m).containsExactly(1.25));
    assertThat(momentum.growth().shares()).isEmpty();
  }

  private static Kernel kernel(float... weights) {
    return new Kernel(1, weights.length, weights);
  }
}
