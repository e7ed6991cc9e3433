package prunesweep.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import prunesweep.scorer.Need;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.fixture.Outcomes;
import prunesweep.trainer.fixture.Score;
import prunesweep.trainer.fixture.SmallImages;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.method.DenseTraining;
import prunesweep.trainer.method.Method;
import prunesweep.trainer.method.OneShotPruning;
import prunesweep.trainer.pruning.Granularity;
import prunesweep.trainer.pruning.ScoreBatches;
import prunesweep.trainer.pruning.Selection;
import prunesweep.trainer.pruning.WithinLayer;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.result.FailureKind;
import prunesweep.trainer.schedule.AtOnce;
import prunesweep.trainer.scope.Global;
import prunesweep.trainer.score.ScoreSpec;
import prunesweep.trainer.spec.CounterSpec;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.trial.TrialOutcome;
import prunesweep.trainer.trial.TrialOutcome.Completed;
import prunesweep.trainer.trial.TrialOutcome.Failed;
import prunesweep.trainer.trial.TrialSpec;

/** How trials end: repeated, failed, cancelled. */
class TrialEndTest {

  private static final Dataset SAMPLE = SmallImages.sample(500);
  private static final Method GLOBAL =
      SmallSpecs.pruning(SmallSpecs.global(2), Score.NEURONS_WEIGHTS, 0.5, 0.01);

  @ParameterizedTest
  @CsvSource({"VECTOR, SGD, 0.1", "VECTOR, ADAM, 0.005", "DL4J, SGD, 0.1", "DL4J, ADAM, 0.005"})
  void twiceTheSameTrialIsEqualButForTheSeconds(Engine engine, Optimizer optimizer, double rate) {
    TrialSpec spec =
        SmallSpecs.trial(new TrainingSpec(optimizer, rate, 30, 5, 0.98, engine), GLOBAL);

    TrialOutcome first = new TrialRunner().run(spec, SAMPLE);
    TrialOutcome second = new TrialRunner().run(spec, SAMPLE);

    assertThat(Outcomes.repeatable(first)).isEqualTo(Outcomes.repeatable(second));
    assertThat(((Completed) first).cycles()).hasSize(2);
  }

  @Test
  void anotherSeedIsAnotherTrial() {
    TrialSpec spec = SmallSpecs.trial(SmallSpecs.epochs(Engine.VECTOR, 0.01, 2), GLOBAL);
    TrialSpec other =
        new TrialSpec(spec.dataset(), spec.network(), spec.training(), spec.method(), 8);

    assertThat(losses(new TrialRunner().run(spec, SAMPLE)))
        .doesNotContainAnyElementsOf(losses(new TrialRunner().run(other, SAMPLE)));
  }

  /** At 1e6 the loss stays finite: all neurons die and the outputs are constant. */
  @ParameterizedTest
  @EnumSource(Engine.class)
  void aDivergedTrainingIsAnOutcome(Engine engine) {
    TrialSpec spec = SmallSpecs.trial(SmallSpecs.epochs(engine, 1e30, 5), new DenseTraining());

    assertThat(new TrialRunner().run(spec, SAMPLE))
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.spec()).isEqualTo(spec);
              assertThat(failed.kind()).isEqualTo(FailureKind.DIVERGED);
              assertThat(failed.message())
                  .matches("Training diverged in epoch \\d: the \\w+ loss must be finite, got .+");
              assertThat(failed.seconds()).isPositive();
            });
  }

  /** 15,920 of the 16,040 weights are hidden ones: 99.25 %. */
  @ParameterizedTest
  @EnumSource(Engine.class)
  void aTargetAboveTheHiddenShareIsAnOutcome(Engine engine) {
    Method method = SmallSpecs.pruning(SmallSpecs.global(2), Score.NEURONS, 0.995, 0.8);

    assertThat(new TrialRunner().run(SmallSpecs.trial(epochs(engine), method), SAMPLE))
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.kind()).isEqualTo(FailureKind.DATA);
              assertThat(failed.message())
                  .isEqualTo(
                      "target must be at most 15920 / 16040, the hidden layers' share of all"
                          + " weights, got 0.995");
            });
  }

  /** As on an executor whose jar is another one. */
  @Test
  void aScoreThatIsNotHereIsAnOutcome() {
    Method method =
        new OneShotPruning(
            new Selection(
                new ScoreSpec("mine", 1, "ab12", Need.NOTHING),
                CounterSpec.STANDARD,
                ScoreBatches.STANDARD,
                new Global(),
                new AtOnce(),
                Granularity.WEIGHTS,
                WithinLayer.SCORE,
                0.5));

    assertThat(new TrialRunner().run(SmallSpecs.trial(epochs(Engine.VECTOR), method), SAMPLE))
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.kind()).isEqualTo(FailureKind.DATA);
              assertThat(failed.message())
                  .isEqualTo(
                      "Cannot score: score must be mine of the plan (version 1 of the jar ab12),"
                          + " got none of this name");
            });
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void anInterruptCancelsTheTrial(Engine engine) {
    TrialSpec spec = SmallSpecs.trial(epochs(engine), new DenseTraining());
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> new TrialRunner().run(spec, SAMPLE))
          .isInstanceOf(CancellationException.class)
          .hasMessage("The trial was cancelled");
    } finally {
      assertThat(Thread.interrupted()).as("the interrupt is left for the caller").isTrue();
    }
  }

  @Test
  void whatNobodyForesawIsABug() {
    TrialOutcome outcome =
        Failures.outcome(
            SmallSpecs.trial(epochs(Engine.VECTOR), new DenseTraining()),
            new ArithmeticException("by zero"),
            1.5);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.kind()).isEqualTo(FailureKind.BUG);
              assertThat(failed.message()).isEqualTo("ArithmeticException: by zero");
              assertThat(failed.seconds()).isEqualTo(1.5);
            });
  }

  private static TrainingSpec epochs(Engine engine) {
    return SmallSpecs.epochs(engine, 0.01, 3);
  }

  private static List<Double> losses(TrialOutcome outcome) {
    return ((Completed) outcome).epochs().stream().map(EpochResult::trainLoss).toList();
  }
}
