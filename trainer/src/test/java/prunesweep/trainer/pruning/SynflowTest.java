package prunesweep.trainer.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static prunesweep.trainer.fixture.Networks.kernel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prunesweep.trainer.fixture.Networks;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.GlorotUniform;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.pruning.ScoredKernels.Facts;
import prunesweep.trainer.schedule.AtOnce;
import prunesweep.trainer.schedule.Exponential;
import prunesweep.trainer.scope.Global;
import prunesweep.trainer.spec.CounterSpec;
import prunesweep.trainer.spec.NetworkSpec;

class SynflowTest {

  /**
   * Into the second layer flow 1 + 3 = 4 and 2 + 4 = 6; out of it 2 and 5 + 1 = 6, so out of the
   * first 0.5 x 2 + 1 x 6 = 7 and 0 x 2 + 2 x 6 = 12. R = 4 x 7 + 6 x 12 = 100.
   */
  @Test
  void scoresByHand() {
    List<double[]> scores =
        HandScores.scoresOfWhole(
            "synflow",
            List.of(
                kernel(new float[] {1, -2}, new float[] {-3, 4}),
                kernel(new float[] {0.5f, 1}, new float[] {0, -2}),
                kernel(new float[] {-2, 0}, new float[] {5, 1})),
            Facts.NONE);

    assertThat(scores.get(0)).containsExactly(7, 24, 21, 48);
    assertThat(scores.get(1)).containsExactly(4, 24, 0, 72);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void eachLayerConservesTheFlow(long seed) {
    List<Kernel> kernels = kernels(seed, List.of(17, 12, 9), 30, 5);
    List<double[]> scores = HandScores.scoresOfWhole("synflow", kernels, Facts.NONE);
    double flow = Arrays.stream(scores.get(0)).sum();

    assertThat(flow).isPositive();
    assertThat(scores).hasSize(3);
    assertThat(scores)
        .allSatisfy(
            layer -> assertThat(Arrays.stream(layer).sum()).isEqualTo(flow, within(1e-12 * flow)));
  }

  /** Two of 492 hidden weights are left, one a layer: a single path. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void inHundredPrunesNoLayerIsEmptiedBeforeItMustBe(long seed) {
    List<Kernel> kernels = new ArrayList<>(kernels(seed, List.of(12, 11), 30, 4));
    long all = kernels.get(0).size() + kernels.get(1).size();
    BigDecimal target = BigDecimal.valueOf(1 - 2.0 / all);
    long gone = 0;
    for (int prune = 1; prune <= 100; prune++) {
      long until = prune == 100 ? all - 2 : new Exponential().pruned(prune, 100, target, all);
      prune(kernels, until - gone);
      gone = until;
      assertThat(kernels.subList(0, 2))
          .as("after prune %d", prune)
          .allSatisfy(kernel -> assertThat(kernel.nonZeroWeights()).isPositive());
    }
    assertThat(kernels.subList(0, 2)).allMatch(kernel -> kernel.nonZeroWeights() == 1);
  }

  private static void prune(List<Kernel> kernels, long count) {
    List<Kernel> hidden = List.copyOf(kernels.subList(0, 2));
    List<double[]> scores = HandScores.scoresOfWhole("synflow", kernels, Facts.NONE);
    Mask mask =
        Mask.ofNonZero(hidden).without(Selector.lowest(Selector.candidates(scores, hidden), count));
    for (int layer = 0; layer < hidden.size(); layer++) {
      float[] weights = hidden.get(layer).weights();
      boolean[] kept = mask.kept().get(layer);
      IntStream.range(0, kept.length).filter(at -> !kept[at]).forEach(at -> weights[at] = 0);
    }
  }

  @Test
  void convolutionsAreRefused() {
    Selection selection =
        new Selection(
            HandScores.spec("synflow"),
            CounterSpec.STANDARD,
            ScoreBatches.STANDARD,
            new Global(),
            new AtOnce(),
            Granularity.WEIGHTS,
            WithinLayer.SCORE,
            0.5);

    assertThatThrownBy(() -> selection.requirePrunable(Architecture.of(Networks.LENET, 784, 10), 1))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessage(
            "score must be one that is defined for networks with convolutions, got synflow");
    selection.requirePrunable(Architecture.of(new NetworkSpec(List.of(9), true), 784, 10), 1);
  }

  private static List<Kernel> kernels(long seed, List<Integer> hidden, int inputs, int classes) {
    NetworkSpec network = new NetworkSpec(hidden, true);
    return GlorotUniform.initialise(network, inputs, classes, seed).kernels();
  }
}
