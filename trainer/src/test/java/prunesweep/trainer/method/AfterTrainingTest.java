package prunesweep.trainer.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prunesweep.trainer.fixture.FixedNetwork;
import prunesweep.trainer.fixture.Networks;
import prunesweep.trainer.fixture.Settings;
import prunesweep.trainer.fixture.SmallImages;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.pruning.Granularity;
import prunesweep.trainer.pruning.Prune;
import prunesweep.trainer.schedule.Cubic;
import prunesweep.trainer.scope.Amounts;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.Optimizer;

/** Pruning that follows training: gradual by magnitude, and at once. */
class AfterTrainingTest {

  /** 0.8 x (1 - (1 - j/4)^3): 1 - 27/64, 1 - 8/64, 1 - 1/64 and 1 of it. */
  @Test
  void cubicScheduleByHand() {
    Amounts four = new Amounts(new Cubic(), 4, 0.8);

    assertThat(four.until(1, 10_000)).isEqualTo(4_625);
    assertThat(four.until(2, 10_000)).isEqualTo(7_000);
    assertThat(four.until(3, 10_000)).isEqualTo(7_875);
    assertThat(four.until(4, 10_000)).isEqualTo(8_000);
    assertThat(four.until(3, 235_200)).isEqualTo(185_220);
    assertThat(new Amounts(new Cubic(), 33, 0.8).inAll(60_000)).isEqualTo(48_000);
  }

  /** 12 steps, a prune every 5: two prunes, of 7/8 of the half (4.375 of 10) and of the half. */
  @Test
  void gradualMagnitudeTakesTheSmallestOfEachLayer() {
    Kernel first = Networks.kernel(new float[] {1, -9, 3, -7, 5}, new float[] {-6, 4, 8, -2, 10});
    Kernel second = Networks.kernel(new float[] {0.1f, -0.4f}, new float[] {0.2f, 0.3f});
    Procedure procedure =
        GradualPruning.magnitude(0.5, 5, 1).procedure(setting(List.of(first, second)));
    FixedNetwork network = new FixedNetwork(List.of(first, second), List.of());
    Prune one = procedure.afterSteps(5, network).orElseThrow();

    assertThat(one.cycle()).isEqualTo(1);
    assertThat(one.prunedWeights()).isEqualTo(5);
    assertThat(one.mask().kept().get(0))
        .containsExactly(false, true, false, true, true, true, false, true, false, true);
    assertThat(one.mask().kept().get(1)).containsExactly(false, true, true, true);

    network.hold(one.mask());
    Prune two = procedure.afterSteps(10, network).orElseThrow();
    assertThat(two.prunedWeights()).isEqualTo(2);
    assertThat(two.mask().kept().get(0))
        .containsExactly(false, true, false, true, false, true, false, true, false, true);
    assertThat(two.mask().kept().get(1)).containsExactly(false, true, false, true);
  }

  /** Sorted sizes 1 2 2 3 4 5: index 0.5 x 6 is the 3, and below it go 1, 2 and 2. */
  @ParameterizedTest
  @CsvSource({"0, 0", "0.3, 1", "0.34, 1", "0.5, 3", "0.7, 4", "0.99, 5"})
  void oneShotWeightsGoBelowTheValueAtTheIndex(double share, int pruned) {
    Kernel kernel = Networks.kernel(new float[] {-2, 5, 1}, new float[] {4, -3, 2});
    Prune prune = oneShot(Granularity.WEIGHTS, share, kernel);

    assertThat(prune.prunedWeights()).isEqualTo(pruned);
    assertThat(prune.mask().keptWeights()).isEqualTo(6 - pruned);
  }

  /** Columns of length 5, sqrt(2), 4 and 0. */
  @Test
  void oneShotUnitsGoByTheLengthOfTheirColumns() {
    Kernel kernel = Networks.kernel(new float[] {3, 1, 0, 0}, new float[] {4, -1, 4, 0});
    Prune prune = oneShot(Granularity.UNITS, 0.5, kernel);

    assertThat(prune.mask().kept().get(0))
        .containsExactly(true, false, false, false, true, false, true, false);
    assertThat(prune.prunedWeights()).isEqualTo(2);
  }

  private static Prune oneShot(Granularity granularity, double share, Kernel kernel) {
    Next next =
        OneShotPruning.smallest(granularity, share)
            .procedure(setting(List.of(kernel)))
            .next(7, new FixedNetwork(List.of(kernel), List.of()));
    assertThat(next).isInstanceOf(Next.Cut.class);
    return ((Next.Cut) next).prune();
  }

  /** Twelve steps an epoch. */
  private static Setting setting(List<Kernel> hidden) {
    return Settings.of(
        hidden,
        Networks.kernel(new float[] {1}),
        SmallSpecs.training(Engine.VECTOR, Optimizer.SGD, 0.1, 1),
        SmallImages.noise(1, 12, 2, 2),
        List.of());
  }
}
