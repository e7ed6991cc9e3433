package prunesweep.trainer.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static prunesweep.trainer.fixture.Networks.kernel;

import java.util.List;
import org.junit.jupiter.api.Test;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.fixture.FixedNetwork;
import prunesweep.trainer.fixture.SmallImages;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.schedule.AtOnce;
import prunesweep.trainer.scope.Global;
import prunesweep.trainer.scope.Layers;
import prunesweep.trainer.scope.Scope;
import prunesweep.trainer.score.ScoreSpec;
import prunesweep.trainer.spec.CounterSpec;
import prunesweep.trainer.spec.NetworkSpec;

/**
 * Prunes by magnitude, worked out by hand: layers of 3 x 2 and 2 x 2 weights, and an output layer
 * of four more.
 */
class ScopesTest {

  private static final List<Kernel> KERNELS =
      List.of(
          kernel(new float[] {1, -2}, new float[] {3, 4}, new float[] {-5, 6}),
          kernel(new float[] {70, -.5f}, new float[] {2.5f, 80}));
  private static final List<Kernel> EQUAL =
      List.of(
          kernel(new float[] {1, 1}, new float[] {1, 1}, new float[] {1, 1}),
          kernel(new float[] {-1, 1}, new float[] {1, -1}));

  /** Half of all 14 is 7: 0.5, 1, 2, 2.5, 3, 4, 5. */
  @Test
  void oneCutTakesTheLowestWeightsOfAllLayers() {
    assertThat(kept(KERNELS, new Global(), Granularity.WEIGHTS, 0.5))
        .containsExactly(
            new boolean[] {false, false, false, false, false, true},
            new boolean[] {true, false, false, true});
  }

  /** Half of 6 and half of 4: 1, 2, 3 and 0.5, 2.5. */
  @Test
  void layersTakeTheirShareEach() {
    assertThat(kept(KERNELS, new Layers(), Granularity.WEIGHTS, 0.5))
        .containsExactly(
            new boolean[] {false, false, false, true, true, true},
            new boolean[] {true, false, false, true});
  }

  /** Squared norms 35, 56 and 4,906.25, 6,400.25: of four units two, or one of each two. */
  @Test
  void unitsGoByTheirNorms() {
    assertThat(kept(KERNELS, new Global(), Granularity.UNITS, 0.5))
        .containsExactly(
            new boolean[] {false, false, false, false, false, false},
            new boolean[] {true, true, true, true});
    assertThat(kept(KERNELS, new Layers(), Granularity.UNITS, 0.5))
        .containsExactly(
            new boolean[] {false, true, false, true, false, true},
            new boolean[] {false, true, false, true});
  }

  /** 0.71 of 14 is 9.94; 0.74 of 6 is 4.44, of 4 and of four units 2.96, of two 1.48. */
  @Test
  void sharesAreRoundedDown() {
    assertThat(gone(new Global(), Granularity.WEIGHTS, 0.71)).isEqualTo(9);
    assertThat(gone(new Layers(), Granularity.WEIGHTS, 0.74)).isEqualTo(4 + 2);
    assertThat(gone(new Global(), Granularity.UNITS, 0.74)).isEqualTo(6);
    assertThat(gone(new Layers(), Granularity.UNITS, 0.74)).isEqualTo(3 + 2);
  }

  @Test
  void equalScoresGoInTheOrderOfLayerAndPlace() {
    assertThat(kept(EQUAL, new Global(), Granularity.WEIGHTS, 0.5))
        .containsExactly(
            new boolean[] {false, false, false, false, false, false},
            new boolean[] {false, true, true, true});
    assertThat(kept(EQUAL, new Layers(), Granularity.WEIGHTS, 0.5))
        .containsExactly(
            new boolean[] {false, false, false, true, true, true},
            new boolean[] {false, false, true, true});
    assertThat(kept(EQUAL, new Layers(), Granularity.UNITS, 0.5))
        .containsExactly(
            new boolean[] {false, true, false, true, false, true},
            new boolean[] {false, true, false, true});
  }

  private static long gone(Scope scope, Granularity granularity, double target) {
    return prune(KERNELS, scope, granularity, target).prunedWeights();
  }

  private static List<boolean[]> kept(
      List<Kernel> kernels, Scope scope, Granularity granularity, double target) {
    return prune(kernels, scope, granularity, target).mask().kept();
  }

  private static Prune prune(
      List<Kernel> kernels, Scope scope, Granularity granularity, double target) {
    Selection selection =
        new Selection(
            ScoreSpec.MAGNITUDE,
            CounterSpec.STANDARD,
            ScoreBatches.STANDARD,
            scope,
            new AtOnce(),
            granularity,
            WithinLayer.SCORE,
            target);
    LabelledImages images = SmallImages.noise(1, 4, 3, 2);
    Dataset dataset = new Dataset("noise", 2, images, images, images);
    Architecture network = Architecture.of(new NetworkSpec(List.of(2, 2), true), 3, 2);
    return new Pruner(selection, dataset, network, 1, 1)
        .prune(1, view -> List.of(), new FixedNetwork(kernels, List.of()));
  }
}
