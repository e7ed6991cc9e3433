package prunesweep.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.fixture.PaperMethods;
import prunesweep.trainer.fixture.PaperScope;
import prunesweep.trainer.fixture.Score;
import prunesweep.trainer.fixture.SmallImages;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.method.DenseTraining;
import prunesweep.trainer.method.Method;
import prunesweep.trainer.method.ThresholdPruning;
import prunesweep.trainer.result.CycleResult;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.result.LayerResult;
import prunesweep.trainer.result.TrialSummary;
import prunesweep.trainer.spec.Counter;
import prunesweep.trainer.spec.CounterSource;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.trial.TrialOutcome.Completed;

/**
 * Whole trials of a 784-20-12-10 network on the shipped sample: 15,680 + 240 + 120 = 16,040
 * weights.
 */
class TrialRunnerTest {

  private static final int EPOCHS = 8;
  private static final Dataset SAMPLE = SmallImages.sample(1000);
  private static final PaperScope.GlobalScope THREE_CYCLES = SmallSpecs.global(3);

  @ParameterizedTest
  @EnumSource(Engine.class)
  void denseTrainingPrunesNothing(Engine engine) {
    Completed outcome = run(engine, new DenseTraining());

    TrialSummary summary = outcome.summary();
    assertThat(summary.stopReason()).isEqualTo("max-epochs");
    assertThat(summary.epochs()).isEqualTo(EPOCHS);
    assertThat(summary.size().weights()).isEqualTo(16_040);
    assertThat(summary.size().nonzeroWeights()).isEqualTo(16_040);
    assertThat(summary.size().kiloFlops()).isEqualTo(32.08);
    assertThat(summary.size().compressionRatio()).isEqualTo(1);
    assertThat(summary.figures().test().accuracy()).isBetween(0.5, 0.9);
    assertThat(summary.figures().test().top5()).isBetween(0.9, 1.0);
    assertThat(outcome.cycles()).isEmpty();
    assertThat(outcome.layers()).extracting(LayerResult::stage).containsOnly("dense");
    assertThat(outcome.layers())
        .extracting(layer -> layer.spectrum().rank())
        .containsExactly(20, 12);
    assertThat(outcome.epochs()).extracting(EpochResult::sparsity).containsOnly(0.0);
    assertThat(outcome.epochs())
        .extracting(EpochResult::epoch)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(outcome.epochs().get(7).trainLoss()).isLessThan(outcome.epochs().get(0).trainLoss());
  }

  /** 0.6 x 0.8^n / 2.44 of 16,040: 3,944, 3,155 and 2,524 weights, rounded down. */
  @ParameterizedTest
  @CsvSource({
    "VECTOR, NEURONS",
    "VECTOR, NEURONS_WEIGHTS",
    "DL4J, NEURONS",
    "DL4J, NEURONS_WEIGHTS"
  })
  void globalPruningEndsOnItsSchedule(Engine engine, Score score) {
    Completed outcome = run(engine, SmallSpecs.pruning(THREE_CYCLES, score, 0.6, 0.01));

    assertThat(outcome.cycles())
        .extracting(CycleResult::prunedWeights)
        .containsExactly(3944L, 3155L, 2524L);
    requireConsistent(outcome);
  }

  /** Half of 20 columns of 784, then half of 12 columns of 20. */
  @ParameterizedTest
  @EnumSource(Engine.class)
  void localPruningHalvesTheRanks(Engine engine) {
    Completed outcome =
        run(engine, SmallSpecs.pruning(new PaperScope.LocalScope(), Score.NEURONS, 0.5, 0.1));

    assertThat(outcome.cycles())
        .extracting(CycleResult::prunedWeights)
        .containsExactly(7840L, 120L);
    assertThat(outcome.layers())
        .extracting(layer -> layer.spectrum().rank())
        .containsExactly(10, 6);
    assertThat(outcome.layers())
        .extracting(LayerResult::nonzeroWeights)
        .containsExactly(7840L, 120L);
    requireConsistent(outcome);
  }

  /** What holds of every pruned trial whose weights stay masked to the end. */
  private static void requireConsistent(Completed outcome) {
    TrialSummary summary = outcome.summary();
    List<CycleResult> cycles = outcome.cycles();
    assertThat(cycles).isNotEmpty();
    long zeros = 0;
    double lastSparsity = 0;
    for (CycleResult cycle : cycles) {
      zeros += cycle.prunedWeights();
      assertThat(cycle.sparsity()).isCloseTo(zeros / 16_040.0, within(1e-15));
      assertThat(cycle.trainAccuracy()).isGreaterThanOrEqualTo(cycle.threshold());
      EpochResult opened = outcome.epochs().get(cycle.epoch() - 1);
      assertThat(cycle.trainAccuracy()).isEqualTo(opened.trainAccuracy());
      assertThat(opened.sparsity()).isEqualTo(lastSparsity);
      lastSparsity = outcome.epochs().get(cycle.epoch()).sparsity();
      assertThat(lastSparsity).isEqualTo(cycle.sparsity());
    }
    assertThat(summary.cyclesDone()).isEqualTo(cycles.size());
    assertThat(summary.size().weights() - summary.size().nonzeroWeights()).isEqualTo(zeros);
    assertThat(summary.size().sparsity()).isEqualTo(lastSparsity);
    assertThat(outcome.layers()).extracting(LayerResult::stage).containsOnly("pruned");
    assertThat(outcome.layers().stream().mapToLong(LayerResult::nonzeroWeights).sum())
        .isEqualTo(summary.size().nonzeroWeights() - 120);
  }

  @Test
  void takesCountersFromTheSourceNamed() {
    Dataset otherValidation =
        new Dataset(
            SAMPLE.name(),
            SAMPLE.classes(),
            SAMPLE.training(),
            SmallImages.noise(4, 100, 784, 10),
            SAMPLE.test());

    assertThat(lossAfterPrune(CounterSource.TRAIN, otherValidation))
        .isEqualTo(lossAfterPrune(CounterSource.TRAIN, SAMPLE));
    assertThat(lossAfterPrune(CounterSource.HELD_OUT, otherValidation))
        .isNotEqualTo(lossAfterPrune(CounterSource.HELD_OUT, SAMPLE));
    assertThat(lossAfterPrune(CounterSource.TRAIN, SAMPLE))
        .isNotEqualTo(lossAfterPrune(CounterSource.HELD_OUT, SAMPLE));
  }

  /** The training loss of the epoch after the prune: other weights went, another loss. */
  private static double lossAfterPrune(CounterSource source, Dataset dataset) {
    ThresholdPruning method =
        PaperMethods.activation(
            SmallSpecs.global(1), Score.NEURONS, Counter.ACTIVE, source, 32, 0.4, 0.01);
    Completed outcome = run(SmallSpecs.epochs(Engine.VECTOR, 0.05, 2), method, dataset);
    assertThat(outcome.cycles()).hasSize(1);
    return outcome.epochs().get(1).trainLoss();
  }

  private static Completed run(Engine engine, Method method) {
    return run(SmallSpecs.epochs(engine, 0.1, EPOCHS), method, SAMPLE);
  }

  private static Completed run(TrainingSpec training, Method method, Dataset dataset) {
    return (Completed) new TrialRunner().run(SmallSpecs.trial(training, method), dataset);
  }
}
