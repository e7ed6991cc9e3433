package prunesweep.trainer.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static prunesweep.trainer.fixture.Networks.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import prunesweep.trainer.fixture.FixedNetwork;
import prunesweep.trainer.fixture.PaperScope;
import prunesweep.trainer.fixture.Score;
import prunesweep.trainer.fixture.Settings;
import prunesweep.trainer.fixture.SmallImages;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.pruning.CounterBatch;
import prunesweep.trainer.pruning.CounterMode;
import prunesweep.trainer.pruning.Prune;
import prunesweep.trainer.pruning.RunningCounters;
import prunesweep.trainer.spec.Counter;
import prunesweep.trainer.spec.Engine;

/** Ten weights, eight of them prunable: two hidden layers of 2 x 2, an output layer of 2 x 1. */
class GlobalThresholdsTest {

  private static final List<Kernel> HIDDEN =
      List.of(
          kernel(new float[] {1, -2}, new float[] {3, 4}),
          kernel(new float[] {-5, 6}, new float[] {7, 8}));
  private static final Kernel OUTPUT = kernel(new float[] {1}, new float[] {1});

  /** 0.6 of 10 weights in two cycles of decay 0.5: 4 and 2. */
  private static final PaperScope.GlobalScope FOUR_THEN_TWO =
      new PaperScope.GlobalScope(2, 0.5, CounterMode.ACCUMULATE);

  private static final CounterBatch BATCH =
      new CounterBatch(SmallImages.noise(1, 10, 2, 2), 32, Counter.ACTIVE, 1);
  private static final List<int[]> COUNTS = List.of(new int[] {1, 3}, new int[] {2, 5});

  @Test
  void prunesTheLowestCountersOfAllLayersTogether() {
    FixedNetwork network = new FixedNetwork(HIDDEN, Collections.nCopies(9, COUNTS));
    Procedure procedure = procedure(FOUR_THEN_TWO, Score.NEURONS, 0.6);

    Prune first = procedure.afterEpoch(1, 0.99, network).orElseThrow();
    network.hold(first.mask());
    Prune second = procedure.afterEpoch(2, 0.99, network).orElseThrow();

    assertThat(first.prunedWeights()).isEqualTo(4);
    assertThat(first.mask().kept())
        .containsExactly(
            new boolean[] {false, true, false, true}, new boolean[] {false, true, false, true});
    assertThat(second.prunedWeights()).isEqualTo(2);
    assertThat(second.mask().kept())
        .containsExactly(
            new boolean[] {false, false, false, false}, new boolean[] {false, true, false, true});
  }

  /** Scores 1x1 3x2 1x3 3x4 and 2x5 5x6 2x7 5x8: lowest 1, 3, 6, 10. */
  @Test
  void prunesTheLowestCountersTimesWeights() {
    FixedNetwork network = new FixedNetwork(HIDDEN, List.of(COUNTS));

    Prune prune =
        procedure(FOUR_THEN_TWO, Score.NEURONS_WEIGHTS, 0.6)
            .afterEpoch(1, 0.99, network)
            .orElseThrow();

    assertThat(prune.mask().kept())
        .containsExactly(
            new boolean[] {false, false, false, true}, new boolean[] {false, true, true, true});
  }

  @Test
  void weightsThatAreZeroAlreadyAreNoCandidatesAndStayOut() {
    List<Kernel> withZero = List.of(kernel(new float[] {0, 2}, new float[] {3, 4}), HIDDEN.get(1));
    FixedNetwork network = new FixedNetwork(withZero, List.of(COUNTS));

    Prune prune =
        procedure(FOUR_THEN_TWO, Score.NEURONS, 0.6).afterEpoch(1, 0.99, network).orElseThrow();

    assertThat(prune.prunedWeights()).isEqualTo(4);
    assertThat(prune.mask().kept())
        .containsExactly(
            new boolean[] {false, false, false, true}, new boolean[] {false, true, false, true});
  }

  /** (0.98 - 0.80) / 5 = 0.036; an accuracy a hair below a threshold has not reached it. */
  @Test
  void theThresholdRisesByTheSameStepEachCycle() {
    double[] thresholds = {0.8, 0.836, 0.872, 0.908, 0.944};
    FixedNetwork network = new FixedNetwork(HIDDEN, Collections.nCopies(20, COUNTS));
    Procedure procedure = procedure(SmallSpecs.global(5), Score.NEURONS, 0.5);

    for (int cycle = 1; cycle <= 5; cycle++) {
      double threshold = thresholds[cycle - 1];
      assertThat(procedure.afterEpoch(2 * cycle, Math.nextDown(threshold), network)).isEmpty();
      Prune prune = procedure.afterEpoch(2 * cycle + 1, threshold, network).orElseThrow();
      assertThat(prune.threshold()).isEqualTo(threshold);
      assertThat(prune.cycle()).isEqualTo(cycle);
      network.hold(prune.mask());
    }
  }

  @Test
  void prunesAtMostOnceAnEpochAndStopsAfterItsCycles() {
    FixedNetwork network = new FixedNetwork(HIDDEN, Collections.nCopies(20, COUNTS));
    Procedure procedure = procedure(FOUR_THEN_TWO, Score.NEURONS, 0.6);
    List<Integer> cycles = new ArrayList<>();
    for (int epoch = 1; epoch <= 6; epoch++) {
      Optional<Prune> prune = procedure.afterEpoch(epoch, 1, network);
      prune.ifPresent(made -> network.hold(made.mask()));
      cycles.add(prune.map(Prune::cycle).orElse(0));
    }

    assertThat(cycles).containsExactly(1, 2, 0, 0, 0, 0);
    assertThat(network.zeros()).isEqualTo(6);
  }

  /** The last batch alone would prune neuron 0 first; the sum of all three prunes neuron 1. */
  @Test
  void countersAddUpBeforeTheFirstThreshold() {
    FixedNetwork network =
        new FixedNetwork(HIDDEN, List.of(counts(30, 1), counts(30, 1), counts(0, 32)));
    Procedure procedure =
        procedure(new PaperScope.GlobalScope(1, 1, CounterMode.RESET), Score.NEURONS, 0.2);

    assertThat(procedure.afterEpoch(1, 0.1, network)).isEmpty();
    assertThat(procedure.afterEpoch(2, 0.79, network)).isEmpty();
    Prune prune = procedure.afterEpoch(3, 0.8, network).orElseThrow();

    assertThat(network.batchSizes()).containsExactly(32, 32, 32);
    assertThat(prune.mask().kept().get(0)).containsExactly(true, false, true, false);
  }

  /** The same three batches, the first two of them counted by another procedure. */
  @Test
  void countersGoOnFromThoseOfEarlierEpochs() {
    RunningCounters earlier = new RunningCounters(BATCH, List.of());
    FixedNetwork before = new FixedNetwork(HIDDEN, Collections.nCopies(2, counts(30, 1)));
    earlier.count(before, 1);
    earlier.count(before, 2);
    FixedNetwork network = new FixedNetwork(HIDDEN, Collections.nCopies(2, counts(0, 32)));
    List<long[]> sums = earlier.sums();

    for (int trial = 0; trial < 2; trial++) {
      Prune prune =
          procedure(new PaperScope.GlobalScope(1, 1, CounterMode.RESET), Score.NEURONS, 0.2, sums)
              .afterEpoch(3, 0.8, network)
              .orElseThrow();
      assertThat(prune.mask().kept().get(0)).containsExactly(true, false, true, false);
    }
    assertThat(sums.get(0)).as("counters shared by many stay as they are").containsExactly(60, 2);
  }

  /** Counters (0, 30) and then (20, 1): their sum prunes neuron 0 on, the second alone neuron 1. */
  @Test
  void countersGoOnAfterAPruneUnlessTheyAreReset() {
    assertThat(afterTwoCycles(CounterMode.ACCUMULATE)).containsExactly(false, true, false, true);
    assertThat(afterTwoCycles(CounterMode.RESET)).containsExactly(false, false, true, true);
  }

  /** Prunes one weight of ten in each of two cycles; every other neuron is far above. */
  private static boolean[] afterTwoCycles(CounterMode mode) {
    FixedNetwork network = new FixedNetwork(HIDDEN, List.of(counts(0, 30), counts(20, 1)));
    Procedure procedure = procedure(new PaperScope.GlobalScope(2, 1, mode), Score.NEURONS, 0.2);
    network.hold(procedure.afterEpoch(1, 0.99, network).orElseThrow().mask());
    return procedure.afterEpoch(2, 0.99, network).orElseThrow().mask().kept().get(0);
  }

  private static List<int[]> counts(int first, int second) {
    return List.of(new int[] {first, second}, new int[] {1000, 1000});
  }

  @Test
  void refusesATargetAboveTheHiddenShare() {
    assertThatThrownBy(
            () ->
                procedure(new PaperScope.GlobalScope(1, 1, CounterMode.RESET), Score.NEURONS, 0.9))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessage(
            "target must be at most 8 / 10, the hidden layers' share of all weights, got 0.9");
    assertThat(procedure(new PaperScope.GlobalScope(1, 1, CounterMode.RESET), Score.NEURONS, 0.8))
        .isNotNull();
  }

  private static Procedure procedure(PaperScope.GlobalScope scope, Score score, double target) {
    return procedure(scope, score, target, List.of());
  }

  private static Procedure procedure(
      PaperScope.GlobalScope scope, Score score, double target, List<long[]> counted) {
    return SmallSpecs.pruning(scope, score, target, 0.8)
        .procedure(
            Settings.of(HIDDEN, OUTPUT, SmallSpecs.epochs(Engine.VECTOR, 0.01, 10), counted));
  }
}
