package prunesweep.trainer.method;

import static org.assertj.core.api.Assertions.assertThat;
import static prunesweep.trainer.fixture.Networks.kernel;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import prunesweep.trainer.fixture.FixedNetwork;
import prunesweep.trainer.fixture.PaperScope;
import prunesweep.trainer.fixture.Score;
import prunesweep.trainer.fixture.Settings;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.pruning.Prune;
import prunesweep.trainer.spec.Engine;

/** Hidden layers of 2 x 5 and 5 x 2. */
class LayerByLayerTest {

  private static final List<Kernel> HIDDEN =
      List.of(
          kernel(new float[] {1, -2, 3, 4, 5}, new float[] {6, 7, 8, -9, 10}),
          kernel(
              new float[] {1, 2},
              new float[] {3, 4},
              new float[] {5, 6},
              new float[] {7, 8},
              new float[] {9, 10}));

  private static final List<int[]> COUNTS = List.of(new int[] {9, 2, 7, 2, 2}, new int[] {4, 3});

  private final FixedNetwork network = new FixedNetwork(HIDDEN, Collections.nCopies(9, COUNTS));

  /** Half of five columns is two; of the three neurons with counter 2 the first two. */
  @Test
  void neuronsZeroesWholeColumns() {
    Prune prune = procedure(Score.NEURONS, 0.5).afterEpoch(1, 0.9, network).orElseThrow();

    assertThat(prune.prunedWeights()).isEqualTo(4);
    assertThat(prune.mask().kept().get(0))
        .containsExactly(true, false, true, false, true, true, false, true, false, true);
    assertThat(prune.mask().kept().get(1)).containsOnly(true);
  }

  /** Scores 9 4 21 8 10 and 54 14 56 18 20; 0.59 of ten weights are five. */
  @Test
  void neuronsWeightsZeroesSingleWeights() {
    Prune prune = procedure(Score.NEURONS_WEIGHTS, 0.59).afterEpoch(1, 0.9, network).orElseThrow();

    assertThat(prune.prunedWeights()).isEqualTo(5);
    assertThat(prune.mask().kept().get(0))
        .containsExactly(false, false, true, false, false, true, false, true, true, true);
    assertThat(prune.mask().kept().get(1)).containsOnly(true);
  }

  @Test
  void takesTheLayersFirstToLastAndThenStops() {
    Procedure procedure = procedure(Score.NEURONS, 0.5);
    Prune first = procedure.afterEpoch(1, 0.9, network).orElseThrow();
    network.hold(first.mask());
    Prune second = procedure.afterEpoch(2, 0.95, network).orElseThrow();
    network.hold(second.mask());

    assertThat(first.cycle()).isEqualTo(1);
    assertThat(second.cycle()).isEqualTo(2);
    assertThat(second.mask().kept().get(0)).isEqualTo(first.mask().kept().get(0));
    assertThat(second.mask().kept().get(1))
        .containsExactly(true, false, true, false, true, false, true, false, true, false);
    assertThat(second.prunedWeights()).isEqualTo(5);
    assertThat(network.zeros()).isEqualTo(9);
    assertThat(procedure.afterEpoch(3, 1, network)).isEmpty();
  }

  /** Protocol, section 5: the next prune waits until the accuracy is back where it was. */
  @Test
  void theNextThresholdIsTheAccuracyAtThePrune() {
    Procedure procedure = procedure(Score.NEURONS, 0.5);

    assertThat(procedure.afterEpoch(1, Math.nextDown(0.8), network)).isEmpty();
    Prune first = procedure.afterEpoch(2, 0.873, network).orElseThrow();
    assertThat(procedure.afterEpoch(3, 0.8, network)).isEmpty();
    assertThat(procedure.afterEpoch(4, Math.nextDown(0.873), network)).isEmpty();
    Prune second = procedure.afterEpoch(5, 0.873, network).orElseThrow();

    assertThat(first.threshold()).isEqualTo(0.8);
    assertThat(second.threshold()).isEqualTo(0.873);
  }

  /** Unlike the global counters, those of epochs without a prune do not matter. */
  @Test
  void countsOneFreshBatchAtEachPrune() {
    List<int[]> others = List.of(new int[] {0, 9, 0, 9, 9}, new int[] {3, 4});
    FixedNetwork changing = new FixedNetwork(HIDDEN, List.of(COUNTS, others));
    Procedure procedure = procedure(Score.NEURONS, 0.5);
    procedure.afterEpoch(1, 0.5, changing);
    changing.hold(procedure.afterEpoch(2, 0.8, changing).orElseThrow().mask());
    Prune second = procedure.afterEpoch(3, 0.8, changing).orElseThrow();

    assertThat(changing.batchSizes()).containsExactly(32, 32);
    assertThat(second.mask().kept().get(1))
        .containsExactly(false, true, false, true, false, true, false, true, false, true);
  }

  private static Procedure procedure(Score score, double target) {
    return SmallSpecs.pruning(new PaperScope.LocalScope(), score, target, 0.8)
        .procedure(
            Settings.of(
                HIDDEN,
                kernel(new float[] {1}, new float[] {1}),
                SmallSpecs.epochs(Engine.VECTOR, 0.01, 10),
                List.of()));
  }
}
