package prunesweep.trainer.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import prunesweep.trainer.TrialRunner;
import prunesweep.trainer.checkpoint.SharedStages;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.fixture.Interruptions;
import prunesweep.trainer.fixture.Outcomes;
import prunesweep.trainer.fixture.SmallImages;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.pruning.Granularity;
import prunesweep.trainer.pruning.ScoreBatches;
import prunesweep.trainer.pruning.Selection;
import prunesweep.trainer.pruning.WithinLayer;
import prunesweep.trainer.result.CycleResult;
import prunesweep.trainer.result.EvaluationResult;
import prunesweep.trainer.schedule.AtOnce;
import prunesweep.trainer.scope.Erk;
import prunesweep.trainer.scope.InTurn;
import prunesweep.trainer.scope.Layers;
import prunesweep.trainer.scope.Scope;
import prunesweep.trainer.score.ScoreSpec;
import prunesweep.trainer.spec.Beginning;
import prunesweep.trainer.spec.CounterSpec;
import prunesweep.trainer.spec.EarlyStop;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.NuclearNormSpec;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.Switch;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.spec.UpdateSpec;
import prunesweep.trainer.trial.TrialOutcome.Completed;
import prunesweep.trainer.trial.TrialSpec;

/**
 * Trials of a 784-20-12-10 network, 15,920 of its 16,040 weights prunable; two epochs of ten steps.
 */
class DynamicTrainingTest {

  private static final Dataset SAMPLE = SmallImages.sample(320);

  /**
   * A fifth of each layer stays: 3,136 and 48 weights. They move after steps 4, 8 and 12 of 15, by
   * 0.3 / 2 x (1 + cos(pi t / 15)): shares 0.2504, 0.1343 and 0.0286, rounded down in each layer.
   */
  @ParameterizedTest
  @CsvSource({
    "VECTOR, RANDOM",
    "VECTOR, GRADIENT",
    "DL4J, RANDOM",
    "DL4J, GRADIENT",
    "DL4J, MOMENTUM"
  })
  void asManyGrowAsGoAndTheirShareFalls(Engine engine, Grow grow) {
    Completed outcome = run(engine, method(new Layers(), grow));

    assertThat(outcome.cycles()).extracting(CycleResult::epoch).containsExactly(0, 1, 1, 2);
    assertThat(outcome.cycles()).extracting(CycleResult::cycle).containsExactly(1, 2, 3, 4);
    assertThat(outcome.cycles().get(0).prunedWeights()).isEqualTo(12_544 + 192);
    assertThat(outcome.cycles().get(0).regrownWeights()).isZero();
    assertThat(outcome.cycles().get(1).prunedWeights()).isEqualTo(785 + 12);
    assertThat(outcome.cycles())
        .allSatisfy(cycle -> assertThat(cycle.sparsity()).isGreaterThanOrEqualTo(12_736 / 16_040.0))
        .filteredOn(cycle -> cycle.cycle() > 1)
        .allSatisfy(cycle -> assertThat(cycle.regrownWeights()).isEqualTo(cycle.prunedWeights()))
        .extracting(CycleResult::prunedWeights)
        .isSortedAccordingTo((one, other) -> Long.compare(other, one));
    assertThat(outcome.evaluations()).extracting(EvaluationResult::stage).containsExactly("pruned");
    assertThat(outcome.summary().targetReached()).isTrue();
  }

  /** Pixels that are always 0 give no gradient, so gradients grow nothing there. */
  @Test
  void everyWeightThatGrewByItsGradientHasMovedInTheEnd() {
    Completed outcome = run(Engine.VECTOR, method(new Erk(), Grow.GRADIENT));

    assertThat(outcome.summary().size().nonzeroWeights()).isEqualTo(16_040 - 12_832);
    assertThat(outcome.cycles()).extracting(CycleResult::sparsity).containsOnly(12_832 / 16_040.0);
  }

  /** 3,208 of 16,040 weights stay; the output layer's 120 are among those that move. */
  @Test
  void weightsOfTheOutputLayerMoveTooWhereItIsPruned() {
    DynamicTraining method = method(new Erk(), Grow.GRADIENT, Switch.ON);
    Completed outcome = run(Engine.VECTOR, method);

    assertThat(outcome.summary().size().nonzeroWeights()).isEqualTo(3_208);
    assertThat(outcome.cycles().get(1).prunedWeights())
        .isGreaterThan(
            run(Engine.VECTOR, method(new Erk(), Grow.GRADIENT)).cycles().get(1).prunedWeights());
  }

  @ParameterizedTest
  @EnumSource(Grow.class)
  void equalSeedsGiveEqualRows(Grow grow) {
    Method method = method(new Erk(), grow);

    assertThat(Outcomes.repeatable(run(Engine.VECTOR, method)))
        .isEqualTo(Outcomes.repeatable(run(Engine.VECTOR, method)));
  }

  @ParameterizedTest
  @CsvSource({"VECTOR, RANDOM", "VECTOR, GRADIENT", "VECTOR, MOMENTUM", "DL4J, MOMENTUM"})
  void isTheSameWhereItWasInterrupted(Engine engine, Grow grow) {
    TrialSpec trial = trial(engine, method(new Erk(), grow));

    assertThat(Outcomes.repeatable(new Interruptions(trial, SAMPLE).outcome(SharedStages.NONE)))
        .isEqualTo(Outcomes.repeatable(new TrialRunner().run(trial, SAMPLE)));
  }

  @Test
  void whereWeightsGrowMakesAnotherNetwork() {
    List<Double> losses =
        List.of(Grow.values()).stream()
            .map(grow -> run(Engine.VECTOR, method(new Erk(), grow)).epochs().get(1).trainLoss())
            .toList();

    assertThat(losses).doesNotHaveDuplicates();
  }

  /** All networks on the way have as many weights: the best may be one before a move. */
  @Test
  void theLowestLossIsThatOfAnyEpoch() {
    Completed outcome = run(Engine.VECTOR, method(new Layers(), Grow.RANDOM));

    double lowest =
        outcome.epochs().stream().mapToDouble(epoch -> epoch.validationLoss()).min().orElseThrow();
    assertThat(outcome.evaluations().get(0).lowest().validation().loss()).isEqualTo(lowest);
  }

  @Test
  void sharesNothingAndRefusesWhatItCannotDo() {
    assertThat(method(new Erk(), Grow.RANDOM).sharedUntil()).isEqualTo(new Beginning());
    assertThatThrownBy(() -> method(new InTurn(), Grow.RANDOM))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("a layer at a time is for the method threshold");
    assertThatThrownBy(
            () ->
                method(new Erk(), Grow.MOMENTUM)
                    .requireFits(SmallSpecs.epochs(Engine.VECTOR, 0.1, 2)))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining(
            "grow must be random or gradient where training.momentum is 0, got momentum");
  }

  private static DynamicTraining method(Scope scope, Grow grow) {
    return method(scope, grow, Switch.OFF);
  }

  private static DynamicTraining method(Scope scope, Grow grow, Switch pruneOutput) {
    Selection selection =
        new Selection(
            ScoreSpec.RANDOM,
            CounterSpec.STANDARD,
            ScoreBatches.STANDARD,
            scope,
            new AtOnce(),
            Granularity.WEIGHTS,
            WithinLayer.SCORE,
            0.8,
            pruneOutput);
    return new DynamicTraining(selection, grow, 4, 0.3, 0.75);
  }

  private static Completed run(Engine engine, Method method) {
    return (Completed) new TrialRunner().run(trial(engine, method), SAMPLE);
  }

  private static TrialSpec trial(Engine engine, Method method) {
    TrainingSpec training =
        new TrainingSpec(Optimizer.SGD, 0.05, 32, 2, 1, engine, EarlyStop.OFF, NuclearNormSpec.NONE)
            .with(UpdateSpec.plain(Optimizer.SGD).withMomentum(0.9, Switch.OFF));
    return SmallSpecs.trial(training, method);
  }
}
