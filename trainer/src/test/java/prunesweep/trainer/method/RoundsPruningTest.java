package prunesweep.trainer.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import prunesweep.trainer.Engines;
import prunesweep.trainer.StageRunner;
import prunesweep.trainer.TrialRunner;
import prunesweep.trainer.checkpoint.Checkpoint;
import prunesweep.trainer.checkpoint.SharedStages;
import prunesweep.trainer.checkpoint.StageOutcome;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.fixture.Outcomes;
import prunesweep.trainer.fixture.SmallImages;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.GlorotUniform;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.pruning.Granularity;
import prunesweep.trainer.pruning.ScoreBatches;
import prunesweep.trainer.pruning.Selection;
import prunesweep.trainer.pruning.WithinLayer;
import prunesweep.trainer.result.CycleResult;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.result.EvaluationResult;
import prunesweep.trainer.result.LayerResult;
import prunesweep.trainer.schedule.Exponential;
import prunesweep.trainer.scope.Layers;
import prunesweep.trainer.score.ScoreSpec;
import prunesweep.trainer.spec.CounterSpec;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.StageSpec;
import prunesweep.trainer.training.TrainingEngine;
import prunesweep.trainer.training.TrainingLoop;
import prunesweep.trainer.trial.TrialOutcome.Completed;
import prunesweep.trainer.trial.TrialSpec;

/** Trials of a 784-20-12-10 network over two epochs a training. */
class RoundsPruningTest {

  private static final Dataset SAMPLE = SmallImages.sample(320);

  /** Half of what is left in each round: 7,840 and 3,920 of 15,680 weights, 120 and 60 of 240. */
  @ParameterizedTest
  @EnumSource(RoundStart.class)
  void eachRoundPrunesItsShareAndTrainsAgain(RoundStart start) {
    Completed outcome = run(method(start));

    assertThat(outcome.cycles())
        .extracting(CycleResult::prunedWeights)
        .containsExactly(7_960L, 3_980L);
    assertThat(outcome.evaluations())
        .extracting(EvaluationResult::stage)
        .containsExactly("dense", "cut-1", "round-1", "cut-2", "pruned");
    assertThat(outcome.epochs())
        .extracting(EpochResult::phase)
        .containsExactly("training", "training", "round-1", "round-1", "round-2", "round-2");
    assertThat(outcome.layers())
        .filteredOn(layer -> layer.stage().equals("pruned"))
        .extracting(LayerResult::nonzeroWeights)
        .containsExactly(3_920L, 60L);
    assertThat(outcome.summary().targetReached()).isTrue();
    assertThat(outcome.summary().epochs()).isEqualTo(6);
  }

  /** The first round from the initial weights, by hand. */
  @Test
  void aRoundFromInitialWeightsIsTrainingThemUnderTheMaskOfTheTrainedOnes() {
    TrialSpec spec = spec(method(RoundStart.INITIAL));
    Parameters initial = GlorotUniform.initialise(spec.network(), 784, 10, spec.seed());
    Mask mask;
    try (TrainingEngine engine = engine(spec, initial)) {
      train(spec, engine, "training");
      RoundsPruning method = (RoundsPruning) spec.method();
      Setting setting =
          new Setting(
              SAMPLE,
              Architecture.of(spec.network(), SAMPLE),
              spec.training(),
              spec.seed(),
              counter -> List.of());
      Next next = method.procedure(setting).next(2, engine);
      mask = ((Next.Cut) next).prune().mask();
    }
    List<EpochResult> byHand;
    try (TrainingEngine engine = engine(spec, initial)) {
      engine.hold(mask);
      byHand = train(spec, engine, "round-1");
    }

    assertThat(run(spec.method()).epochs().subList(2, 4))
        .extracting(EpochResult::validationLoss)
        .isEqualTo(byHand.stream().map(EpochResult::validationLoss).toList());
  }

  @Test
  void roundsStartWhereTheySayTheyDo() {
    List<Double> losses =
        List.of(RoundStart.values()).stream()
            .map(start -> run(method(start)).epochs().get(2).trainLoss())
            .toList();

    assertThat(losses).doesNotHaveDuplicates();
    assertThat(losses.get(2)).as("trained weights go on").isLessThan(losses.get(0));
  }

  @Test
  void aSharedDenseTrainingChangesNoRow() {
    TrialSpec spec = spec(method(RoundStart.TRAINED));
    StageSpec stage = new StageSpec(spec.trunk(), spec.method().sharedUntil());
    Checkpoint checkpoint =
        ((StageOutcome.Reached) new StageRunner().run(stage, SAMPLE)).checkpoint();
    Completed shared =
        (Completed)
            new TrialRunner()
                .run(spec, SAMPLE, new SharedStages(Optional.of(checkpoint), Optional.empty()));

    assertThat(shared.summary().epochsShared()).isEqualTo(2);
    assertThat(Outcomes.repeatable(shared)).isEqualTo(Outcomes.repeatable(run(spec.method())));
  }

  private static TrainingEngine engine(TrialSpec spec, Parameters parameters) {
    return Engines.create(Architecture.of(spec.network(), SAMPLE), spec.training(), parameters);
  }

  private static List<EpochResult> train(TrialSpec spec, TrainingEngine engine, String phase) {
    return new TrainingLoop(spec.training(), SAMPLE, engine)
        .run(phase, spec.seed(), (epoch, trainAccuracy) -> {})
        .epochs();
  }

  private static RoundsPruning method(RoundStart start) {
    Selection selection =
        new Selection(
            ScoreSpec.MAGNITUDE,
            CounterSpec.STANDARD,
            ScoreBatches.STANDARD,
            new Layers(),
            new Exponential(),
            Granularity.WEIGHTS,
            WithinLayer.SCORE,
            0.75);
    return new RoundsPruning(selection, 2, start, start == RoundStart.EPOCH ? 1 : 0);
  }

  private static TrialSpec spec(Method method) {
    return SmallSpecs.trial(SmallSpecs.epochs(Engine.VECTOR, 0.1, 2), method);
  }

  private static Completed run(Method method) {
    return (Completed) new TrialRunner().run(spec(method), SAMPLE);
  }
}
