package prunesweep.trainer.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import prunesweep.trainer.TrialRunner;
import prunesweep.trainer.checkpoint.SharedStages;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.fixture.FixedNetwork;
import prunesweep.trainer.fixture.Interruptions;
import prunesweep.trainer.fixture.Outcomes;
import prunesweep.trainer.fixture.Settings;
import prunesweep.trainer.fixture.SmallImages;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.pruning.Granularity;
import prunesweep.trainer.pruning.ScoreBatches;
import prunesweep.trainer.pruning.Selection;
import prunesweep.trainer.pruning.WithinLayer;
import prunesweep.trainer.result.CycleResult;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.result.EvaluationResult;
import prunesweep.trainer.result.LayerResult;
import prunesweep.trainer.schedule.Exponential;
import prunesweep.trainer.scope.Global;
import prunesweep.trainer.scope.InTurn;
import prunesweep.trainer.scope.Layers;
import prunesweep.trainer.scope.Scope;
import prunesweep.trainer.score.ScoreSpec;
import prunesweep.trainer.score.Scorers;
import prunesweep.trainer.spec.Beginning;
import prunesweep.trainer.spec.CounterSpec;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.trial.TrialOutcome.Completed;
import prunesweep.trainer.trial.TrialSpec;

/** Trials of a 784-20-12-10 network, 15,920 of its 16,040 weights prunable. */
class PruningBeforeTrainingTest {

  private static final Dataset SAMPLE = SmallImages.sample(320);

  @ParameterizedTest
  @EnumSource(Engine.class)
  void prunesExactlyBeforeTheFirstEpochAndHoldsTheMask(Engine engine) {
    Completed outcome = run(engine, method("snip", new Global(), 1));

    assertThat(outcome.cycles()).extracting(CycleResult::epoch).containsExactly(0);
    assertThat(outcome.cycles()).extracting(CycleResult::prunedWeights).containsExactly(12_832L);
    assertThat(outcome.epochs())
        .extracting(EpochResult::phase)
        .containsExactly("training", "training");
    assertThat(outcome.epochs()).allMatch(epoch -> epoch.sparsity() == 12_832 / 16_040.0);
    assertThat(outcome.evaluations()).extracting(EvaluationResult::stage).containsExactly("pruned");
    assertThat(outcome.summary().targetReached()).isTrue();
    assertThat(outcome.summary().size().nonzeroWeights()).isEqualTo(16_040 - 12_832);
  }

  /** 0.2^(j/4) of 16,040 are left after prune j: 10,727, 7,174, 4,798 and 3,208. */
  @Test
  void severalIterationsTakeWhatTheScheduleSays() {
    Completed outcome = run(Engine.VECTOR, method("magnitude", new Global(), 4));

    assertThat(outcome.cycles())
        .extracting(CycleResult::prunedWeights)
        .containsExactly(5_313L, 3_553L, 2_376L, 1_590L);
    assertThat(outcome.cycles()).extracting(CycleResult::cycle).containsExactly(1, 2, 3, 4);
  }

  @Test
  void takesTheShareOfEachLayerWhereTheScopeSaysSo() {
    Completed outcome = run(Engine.VECTOR, method("neurons-weights", new Layers(), 1));

    assertThat(outcome.layers())
        .extracting(LayerResult::nonzeroWeights)
        .containsExactly(15_680L - 12_544, 240L - 192);
  }

  /** As many weights of each layer, whatever the control; but another network. */
  @ParameterizedTest
  @EnumSource(
      value = Control.class,
      names = {"SHUFFLED", "REINITIALISED"})
  void controlsOfMaskAndWeightsKeepTheSharesOfLayers(Control control) {
    Completed plain = run(Engine.VECTOR, method("snip", new Global(), 3));
    Completed other = run(Engine.VECTOR, method("snip", new Global(), 3, control));

    assertThat(other.layers())
        .extracting(LayerResult::nonzeroWeights)
        .isEqualTo(plain.layers().stream().map(LayerResult::nonzeroWeights).toList());
    assertThat(other.cycles())
        .extracting(CycleResult::prunedWeights)
        .isEqualTo(plain.cycles().stream().map(CycleResult::prunedWeights).toList());
    assertThat(other.epochs().get(0).trainLoss()).isNotEqualTo(plain.epochs().get(0).trainLoss());
  }

  /** Weights that earlier prunes set to zero are there again where a shuffled mask keeps them. */
  @Test
  void aShuffledMaskKeepsInitialWeights() {
    Kernel kernel = new Kernel(2, 3, new float[] {1, -6, 3, -4, 5, 2});
    FixedNetwork network = new FixedNetwork(List.of(kernel), List.of());
    Procedure procedure = procedure(kernel, Control.SHUFFLED);
    Mask mask = procedure.beforeTraining(network).orElseThrow().mask();
    Procedure.Start start = procedure.start().orElseThrow();

    assertThat(start.weights()).isEqualTo(new Next.Weights.OfDenseTraining(0));
    assertThat(start.mask().keptWeights()).isEqualTo(mask.keptWeights()).isEqualTo(3);
    assertThat(procedure(kernel, Control.NONE).start()).isEmpty();
  }

  @Test
  void aReinitialisedNetworkKeepsTheMask() {
    Kernel kernel = new Kernel(2, 3, new float[] {1, -6, 3, -4, 5, 2});
    Procedure procedure = procedure(kernel, Control.REINITIALISED);
    Mask mask =
        procedure.beforeTraining(new FixedNetwork(List.of(kernel), List.of())).orElseThrow().mask();

    assertThat(procedure.start())
        .hasValue(new Procedure.Start(new Next.Weights.Initial("reinitialise"), mask));
    assertThat(mask.kept().get(0)).containsExactly(false, true, false, true, true, false);
  }

  @Test
  void anInvertedScoreTakesTheHighestFirst() {
    Kernel kernel = new Kernel(2, 3, new float[] {1, -6, 3, -4, 5, 2});
    Mask mask =
        procedure(kernel, Control.INVERTED)
            .beforeTraining(new FixedNetwork(List.of(kernel), List.of()))
            .orElseThrow()
            .mask();

    assertThat(mask.kept().get(0)).containsExactly(true, false, true, false, false, true);
  }

  private static Procedure procedure(Kernel kernel, Control control) {
    Setting setting =
        Settings.of(
            List.of(kernel),
            new Kernel(3, 1, new float[] {1, 1, 1}),
            SmallSpecs.training(Engine.VECTOR, Optimizer.SGD, 0.1, 1),
            SmallImages.noise(1, 12, 2, 2),
            List.of());
    PruningBeforeTraining method = method("magnitude", new Layers(), 1, control);
    return new PruningBeforeTraining(half(method.selection()), 1, control).procedure(setting);
  }

  private static Selection half(Selection selection) {
    return new Selection(
        selection.score(),
        selection.counter(),
        selection.batches(),
        selection.scope(),
        selection.schedule(),
        selection.granularity(),
        selection.withinLayer(),
        0.5);
  }

  @ParameterizedTest
  @EnumSource(Control.class)
  void isTheSameWhereItWasInterrupted(Control control) {
    TrialSpec trial = trial(Engine.VECTOR, method("snip", new Global(), 2, control));

    assertThat(Outcomes.repeatable(new Interruptions(trial, SAMPLE).outcome(SharedStages.NONE)))
        .isEqualTo(Outcomes.repeatable(new TrialRunner().run(trial, SAMPLE)));
  }

  @Test
  void equalSeedsGiveEqualRows() {
    Method method = method("snip", new Global(), 3);

    assertThat(Outcomes.repeatable(run(Engine.VECTOR, method)))
        .isEqualTo(Outcomes.repeatable(run(Engine.VECTOR, method)));
  }

  @Test
  void sharesNothingAndRefusesALayerAtATime() {
    assertThat(method("snip", new Global(), 1).sharedUntil()).isEqualTo(new Beginning());
    assertThatThrownBy(() -> method("snip", new InTurn(), 1))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("schedule must be at-once where scope is local");
  }

  private static PruningBeforeTraining method(String score, Scope scope, int iterations) {
    return method(score, scope, iterations, Control.NONE);
  }

  private static PruningBeforeTraining method(
      String score, Scope scope, int iterations, Control control) {
    ScoreSpec spec =
        Scorers.specs().stream().filter(one -> one.name().equals(score)).findFirst().orElseThrow();
    return new PruningBeforeTraining(
        new Selection(
            spec,
            CounterSpec.STANDARD,
            ScoreBatches.STANDARD,
            scope,
            new Exponential(),
            Granularity.WEIGHTS,
            WithinLayer.SCORE,
            0.8),
        iterations,
        control);
  }

  private static Completed run(Engine engine, Method method) {
    return (Completed) new TrialRunner().run(trial(engine, method), SAMPLE);
  }

  private static TrialSpec trial(Engine engine, Method method) {
    return SmallSpecs.trial(SmallSpecs.epochs(engine, 0.1, 2), method);
  }
}
