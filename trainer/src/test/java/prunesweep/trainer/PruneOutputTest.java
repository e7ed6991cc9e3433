package prunesweep.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.fixture.Networks;
import prunesweep.trainer.fixture.Outcomes;
import prunesweep.trainer.fixture.RandomMasks;
import prunesweep.trainer.fixture.SmallImages;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.fixture.Updates;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.method.GradualPruning;
import prunesweep.trainer.method.Method;
import prunesweep.trainer.method.OneShotPruning;
import prunesweep.trainer.method.PruningBeforeTraining;
import prunesweep.trainer.method.RetrainingMode;
import prunesweep.trainer.method.RetrainingSpec;
import prunesweep.trainer.network.GlorotUniform;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.pruning.Granularity;
import prunesweep.trainer.pruning.ScoreBatches;
import prunesweep.trainer.pruning.Selection;
import prunesweep.trainer.pruning.WithinLayer;
import prunesweep.trainer.schedule.Cubic;
import prunesweep.trainer.schedule.Exponential;
import prunesweep.trainer.schedule.Schedule;
import prunesweep.trainer.scope.Erk;
import prunesweep.trainer.scope.Global;
import prunesweep.trainer.scope.Scope;
import prunesweep.trainer.score.ScoreSpec;
import prunesweep.trainer.score.Scorers;
import prunesweep.trainer.spec.CounterSpec;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.Switch;
import prunesweep.trainer.spec.UpdateSpec;
import prunesweep.trainer.training.Shuffle;
import prunesweep.trainer.training.TrainingEngine;
import prunesweep.trainer.trial.TrialOutcome.Completed;
import prunesweep.trainer.trial.TrialSpec;

/** Networks whose output layer is pruned too. */
class PruneOutputTest {

  private static final Dataset SAMPLE = SmallImages.sample(320);

  /** 784 x 20 + 20 x 12 + 12 x 10. */
  private static final long WEIGHTS = 16_040;

  private static final long SEED = 31;
  private static final LabelledImages IMAGES = SmallImages.noise(SEED, 300, 21, 5);
  private static final Parameters INITIAL =
      GlorotUniform.initialise(new NetworkSpec(List.of(19, 11), true), 21, 5, SEED);

  /** 99.5 % are more than the hidden layers have. */
  @ParameterizedTest
  @CsvSource({"VECTOR, snip", "VECTOR, synflow", "VECTOR, lamp", "DL4J, snip"})
  void asManyWeightsGoAsTheTargetSaysOfAll(Engine engine, String score) {
    Completed outcome = run(engine, before(score, new Global(), 0.995, 10), RetrainingSpec.NONE);

    long kept = WEIGHTS - (long) (0.995 * WEIGHTS);
    assertThat(outcome.summary().size().nonzeroWeights()).isEqualTo(kept);
    assertThat(outcome.summary().targetReached()).isTrue();
    assertThat(outputWeights(outcome)).isBetween(1L, 119L);
  }

  /** Dimensions are 804, 32 and 22; 1 % of the weights are 161, so none is dense. */
  @Test
  void erkCountsTheOutputLayerAsOneMoreLayer() {
    Completed outcome =
        run(Engine.VECTOR, before("magnitude", new Erk(), 0.99, 1), RetrainingSpec.NONE);

    long all = 804 + 32 + 22;
    assertThat(outcome.layers().get(0).nonzeroWeights()).isBetween(161L * 804 / all, 153L);
    assertThat(outputWeights(outcome)).isBetween(161L * 22 / all, 161L * 22 / all + 1);
  }

  @ParameterizedTest
  @CsvSource({"MASKED", "REWOUND", "REINITIALISED"})
  void whatIsRetrainedHoldsTheMaskOfTheOutputLayerToo(RetrainingMode mode) {
    Method method =
        new OneShotPruning(selection("magnitude", new Global(), new Exponential(), 0.9));
    Completed outcome = run(Engine.VECTOR, method, new RetrainingSpec(mode, 0));

    assertThat(outcome.evaluations()).hasSize(3);
    assertThat(outcome.evaluations().get(2).sparsity())
        .isEqualTo(outcome.evaluations().get(1).sparsity());
  }

  @Test
  void gradualPruningTakesItStepByStep() {
    Method method =
        new GradualPruning(selection("magnitude", new Global(), new Cubic(), 0.95), 2, 1);
    Completed outcome = run(Engine.VECTOR, method, RetrainingSpec.NONE);

    assertThat(outcome.cycles()).hasSizeGreaterThan(2);
    assertThat(outcome.summary().size().nonzeroWeights()).isEqualTo(802);
    assertThat(outputWeights(outcome)).isLessThan(120);
  }

  @Test
  void equalSeedsGiveEqualRows() {
    Method method = before("snip", new Global(), 0.9, 3);

    assertThat(Outcomes.repeatable(run(Engine.VECTOR, method, RetrainingSpec.NONE)))
        .isEqualTo(Outcomes.repeatable(run(Engine.VECTOR, method, RetrainingSpec.NONE)));
  }

  @Test
  void activationsHiddenUnitsAndLayersInTurnAreRefused() {
    assertThatThrownBy(() -> before("neurons", new Global(), 0.5, 1))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessage(
            "prune-output must be off where score is neurons, which counts hidden units, got on");
  }

  static Stream<Arguments> updates() {
    return Updates.all().map(Arguments::of);
  }

  /** The mask comes after some steps, so that there is something to remember. */
  @ParameterizedTest
  @MethodSource("updates")
  void enginesAgreeOnANetworkWithAMaskedOutputLayer(UpdateSpec update) {
    Mask mask = RandomMasks.half(SEED, INITIAL.kernels());
    Parameters fast = trained(Engine.VECTOR, update, mask);
    Parameters reference = trained(Engine.DL4J, update, mask);

    assertThat(Networks.distances(fast, reference))
        .allSatisfy(distance -> assertThat(distance).isLessThan(1e-5));
    Kernel output = fast.output();
    boolean[] kept = mask.kept().get(2);
    for (int index = 0; index < kept.length; index++) {
      assertThat(output.weights()[index] != 0).isEqualTo(kept[index]);
      assertThat(reference.output().weights()[index] != 0).isEqualTo(kept[index]);
    }
  }

  private static Parameters trained(Engine engine, UpdateSpec update, Mask mask) {
    try (TrainingEngine network = Networks.engine(Updates.training(engine, update, 30), INITIAL)) {
      network.train(IMAGES, Shuffle.order(IMAGES.count(), SEED, "training", 1));
      network.hold(mask);
      for (int epoch = 2; epoch <= 4; epoch++) {
        network.train(IMAGES, Shuffle.order(IMAGES.count(), SEED, "training", epoch));
      }
      assertThat(network.maskedKernels()).hasSize(3);
      return network.parameters();
    }
  }

  private static long outputWeights(Completed outcome) {
    List<Long> hidden =
        outcome.layers().stream()
            .filter(layer -> layer.stage().equals("pruned"))
            .map(layer -> layer.nonzeroWeights())
            .toList();
    return outcome.summary().size().nonzeroWeights() - hidden.get(0) - hidden.get(1);
  }

  private static PruningBeforeTraining before(
      String score, Scope scope, double target, int iterations) {
    return new PruningBeforeTraining(
        selection(score, scope, new Exponential(), target), iterations);
  }

  private static Selection selection(String score, Scope scope, Schedule schedule, double target) {
    ScoreSpec spec =
        Scorers.specs().stream().filter(one -> one.name().equals(score)).findFirst().orElseThrow();
    return new Selection(
        spec,
        CounterSpec.STANDARD,
        ScoreBatches.STANDARD,
        scope,
        schedule,
        Granularity.WEIGHTS,
        WithinLayer.SCORE,
        target,
        Switch.ON);
  }

  private static Completed run(Engine engine, Method method, RetrainingSpec retraining) {
    TrialSpec trial = SmallSpecs.trial(SmallSpecs.epochs(engine, 0.1, 2), method);
    TrialSpec retrained =
        new TrialSpec(
            trial.dataset(),
            trial.network(),
            trial.training(),
            method,
            retraining,
            List.of(),
            trial.seed());
    return (Completed) new TrialRunner().run(retrained, SAMPLE);
  }
}
