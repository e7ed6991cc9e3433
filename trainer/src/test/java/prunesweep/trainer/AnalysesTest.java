package prunesweep.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import prunesweep.trainer.analysis.RankReduction;
import prunesweep.trainer.checkpoint.SharedStages;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.fixture.Interruptions;
import prunesweep.trainer.fixture.Outcomes;
import prunesweep.trainer.fixture.PaperScope;
import prunesweep.trainer.fixture.Score;
import prunesweep.trainer.fixture.SmallImages;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.method.DenseTraining;
import prunesweep.trainer.method.Method;
import prunesweep.trainer.method.OneShotPruning;
import prunesweep.trainer.method.RetrainingSpec;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.GlorotUniform;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.pruning.Granularity;
import prunesweep.trainer.result.EpochFigures;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.result.Evaluation;
import prunesweep.trainer.result.HeatMapResult;
import prunesweep.trainer.result.LayerResult;
import prunesweep.trainer.result.ReductionResult;
import prunesweep.trainer.result.SingularValueResult;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.training.TrainingEngine;
import prunesweep.trainer.training.TrainingLoop;
import prunesweep.trainer.training.TrainingRun;
import prunesweep.trainer.trial.Analysis;
import prunesweep.trainer.trial.TrialOutcome.Completed;
import prunesweep.trainer.trial.TrialSpec;

/** What a trial keeps beyond its figures, beside the same made by hand. */
class AnalysesTest {

  private static final Dataset SAMPLE = SmallImages.sample(240);
  private static final OneShotPruning HALF_OF_THE_UNITS =
      OneShotPruning.smallest(Granularity.UNITS, 0.5);

  @Test
  void keepsNothingThatIsNotAskedFor() {
    Completed outcome = run(Engine.VECTOR, HALF_OF_THE_UNITS);

    assertThat(outcome.singularValues()).isEmpty();
    assertThat(outcome.reductions()).isEmpty();
    assertThat(outcome.heatMaps()).isEmpty();
  }

  /** Local pruning of half the units leaves ranks of exactly 10 and 6. */
  @ParameterizedTest
  @EnumSource(Engine.class)
  void cutsTheDenseNetworkToTheRanksOfThePrunedOne(Engine engine) {
    Method method = SmallSpecs.pruning(new PaperScope.LocalScope(), Score.NEURONS, 0.5, 0.1);
    Completed outcome = run(engine, method, Analysis.PCA);

    assertThat(outcome.reductions())
        .containsExactly(
            cutByHand(outcome, "pca", RankReduction.PCA),
            cutByHand(outcome, "svd", RankReduction.SVD));
    assertThat(outcome.layers())
        .extracting(layer -> layer.spectrum().rank())
        .containsExactly(10, 6);
  }

  private static ReductionResult cutByHand(
      Completed outcome, String name, RankReduction reduction) {
    TrialSpec spec = outcome.spec();
    try (TrainingEngine engine =
        Engines.create(
            Architecture.of(spec.network(), SAMPLE), spec.training(), cut(spec, reduction))) {
      Evaluation test = engine.evaluate(SAMPLE.test());
      return new ReductionResult(
          SmallSpecs.trial(spec.training(), new DenseTraining()).id().value(),
          name,
          "10/6",
          test,
          outcome.summary().figures().test().accuracy());
    }
  }

  /** Trained on as a pruned network is: from the cut weights, without a mask, all begun anew. */
  @ParameterizedTest
  @EnumSource(Engine.class)
  void trainsTheCutNetworksOnWhereThatIsAskedFor(Engine engine) {
    Method method = SmallSpecs.pruning(new PaperScope.LocalScope(), Score.NEURONS, 0.5, 0.1);
    Completed outcome = run(engine, method, Analysis.PCA_RETRAINED);

    assertThat(outcome.reductions())
        .containsExactly(
            cutByHand(outcome, "pca", RankReduction.PCA),
            retrainedByHand(outcome, "pca-retrained", RankReduction.PCA),
            cutByHand(outcome, "svd", RankReduction.SVD),
            retrainedByHand(outcome, "svd-retrained", RankReduction.SVD));
    assertThat(
            Outcomes.repeatable(
                new Interruptions(outcome.spec(), SAMPLE).outcome(SharedStages.NONE)))
        .isEqualTo(Outcomes.repeatable(outcome));
  }

  private static ReductionResult retrainedByHand(
      Completed outcome, String name, RankReduction reduction) {
    TrialSpec spec = outcome.spec();
    try (TrainingEngine engine =
        Engines.create(
            Architecture.of(spec.network(), SAMPLE), spec.training(), cut(spec, reduction))) {
      TrainingRun run =
          new TrainingLoop(spec.training(), SAMPLE, engine)
              .run(name, spec.seed(), (epoch, trainAccuracy) -> {});
      return new ReductionResult(
          SmallSpecs.trial(spec.training(), new DenseTraining()).id().value(),
          name,
          "10/6",
          engine.evaluate(SAMPLE.test()),
          outcome.summary().figures().test().accuracy(),
          new ReductionResult.Trained(run.epochs().size(), run.stopReason().label(), "20/12"));
    }
  }

  private static Parameters cut(TrialSpec spec, RankReduction reduction) {
    Parameters dense = denseByHand(spec);
    List<Kernel> kernels =
        List.of(
            reduction.reduce(dense.kernels().get(0), 10),
            reduction.reduce(dense.kernels().get(1), 6),
            dense.kernels().get(2));
    return new Parameters(kernels, dense.biases());
  }

  private static Parameters denseByHand(TrialSpec spec) {
    Parameters initial = GlorotUniform.initialise(spec.network(), 784, 10, spec.seed());
    try (TrainingEngine engine =
        Engines.create(Architecture.of(spec.network(), SAMPLE), spec.training(), initial)) {
      new TrainingLoop(spec.training(), SAMPLE, engine)
          .run("training", spec.seed(), (epoch, trainAccuracy) -> {});
      return engine.parameters();
    }
  }

  @Test
  void keepsTheSingularValuesAroundAPrune() {
    Completed outcome = run(Engine.VECTOR, HALF_OF_THE_UNITS, Analysis.SINGULAR_VALUES);

    for (int layer = 1; layer <= 2; layer++) {
      LayerResult dense = outcome.layers().get(layer - 1);
      LayerResult pruned = outcome.layers().get(layer + 1);
      List<Double> before = values(outcome, 1, "before", layer);
      List<Double> after = values(outcome, 1, "after", layer);
      assertThat(before).hasSize(dense.units()).isSortedAccordingTo(Comparator.reverseOrder());
      assertThat(after).hasSize(dense.units()).isSortedAccordingTo(Comparator.reverseOrder());
      assertThat(sum(before)).isCloseTo(dense.spectrum().norms().nuclear(), within(1e-9));
      assertThat(sum(after)).isCloseTo(pruned.spectrum().norms().nuclear(), within(1e-9));
      assertThat(after)
          .filteredOn(value -> value > pruned.spectrum().rankTolerance())
          .hasSize(dense.units() / 2);
    }
    assertThat(outcome.singularValues()).hasSize(2 * (20 + 12));
  }

  /** Local scope: the first prune changes the first layer alone, the second the other. */
  @Test
  void keepsThemAtEveryCycle() {
    Method method = SmallSpecs.pruning(new PaperScope.LocalScope(), Score.NEURONS, 0.5, 0.1);
    Completed outcome = run(Engine.VECTOR, method, Analysis.SINGULAR_VALUES);

    assertThat(outcome.cycles()).hasSize(2);
    for (int cycle = 1; cycle <= 2; cycle++) {
      int other = 3 - cycle;
      assertThat(values(outcome, cycle, "after", other))
          .isEqualTo(values(outcome, cycle, "before", other));
      assertThat(values(outcome, cycle, "after", cycle))
          .isNotEqualTo(values(outcome, cycle, "before", cycle));
    }
  }

  private static double sum(List<Double> values) {
    return values.stream().mapToDouble(value -> value).sum();
  }

  private static List<Double> values(Completed outcome, int cycle, String moment, int layer) {
    return outcome.singularValues().stream()
        .filter(value -> value.cycle() == cycle && value.layer() == layer)
        .filter(value -> value.moment().equals(moment))
        .sorted(Comparator.comparingInt(SingularValueResult::position))
        .map(SingularValueResult::value)
        .toList();
  }

  @Test
  void mapsTheWeightsThatAreNotZero() {
    Completed outcome = run(Engine.VECTOR, HALF_OF_THE_UNITS, Analysis.HEAT_MAPS);

    List<Long> nonzero = new ArrayList<>();
    for (HeatMapResult map : outcome.heatMaps()) {
      nonzero.add((long) BitSet.valueOf(map.pattern()).cardinality());
    }
    assertThat(outcome.heatMaps())
        .extracting(map -> "%s %d".formatted(map.stage(), map.layer()))
        .containsExactly("dense 1", "dense 2", "pruned 1", "pruned 2");
    assertThat(nonzero)
        .isEqualTo(outcome.layers().stream().map(LayerResult::nonzeroWeights).toList());
    requireWholeColumns(outcome.heatMaps().get(2));
    requireWholeColumns(outcome.heatMaps().get(3));
  }

  private static void requireWholeColumns(HeatMapResult map) {
    BitSet kept = BitSet.valueOf(map.pattern());
    int columns = 0;
    for (int unit = 0; unit < map.units(); unit++) {
      for (int input = 1; input < map.inputs(); input++) {
        assertThat(kept.get(input * map.units() + unit)).isEqualTo(kept.get(unit));
      }
      columns += kept.get(unit) ? 1 : 0;
    }
    assertThat(columns).isEqualTo(map.units() / 2);
  }

  /** So long a training that the validation loss has risen again at its end. */
  @ParameterizedTest
  @EnumSource(Engine.class)
  void evaluatesTheEpochOfLowestValidationLoss(Engine engine) {
    TrainingSpec training = new TrainingSpec(Optimizer.ADAM, 0.01, 30, 12, 1, engine);
    Completed outcome =
        (Completed) new TrialRunner().run(SmallSpecs.trial(training, new DenseTraining()), SAMPLE);
    EpochResult lowest =
        outcome.epochs().stream()
            .min(Comparator.comparingDouble(EpochResult::validationLoss))
            .orElseThrow();
    EpochFigures last = outcome.evaluations().get(0).last();
    EpochFigures best = outcome.evaluations().get(0).lowest();

    assertThat(lowest.epoch()).isLessThan(outcome.summary().epochs());
    assertThat(best.epoch()).isEqualTo(lowest.epoch());
    assertThat(best.training().accuracy()).isEqualTo(lowest.trainAccuracy());
    assertThat(best.validation().loss()).isEqualTo(lowest.validationLoss());
    assertThat(best.validation().accuracy()).isEqualTo(lowest.figures().validation().accuracy());
    assertThat(last.epoch()).isEqualTo(outcome.summary().epochs());
    assertThat(last.validation().loss()).isGreaterThan(best.validation().loss());
    assertThat(best).isEqualTo(testedAfter(lowest.epoch(), outcome.spec()));
  }

  /** The last moment of the same training ended at {@code epoch}. */
  private static EpochFigures testedAfter(int epoch, TrialSpec spec) {
    TrainingSpec training =
        new TrainingSpec(Optimizer.ADAM, 0.01, 30, epoch, 1, spec.training().engine());
    Completed outcome =
        (Completed) new TrialRunner().run(SmallSpecs.trial(training, new DenseTraining()), SAMPLE);
    return outcome.evaluations().get(0).last();
  }

  @ParameterizedTest
  @EnumSource(
      value = Analysis.class,
      names = {"SINGULAR_VALUES", "PCA"})
  void whereNothingIsPrunedNothingIsCompared(Analysis analysis) {
    assertThatThrownBy(() -> trial(Engine.VECTOR, new DenseTraining(), analysis))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessage(
            "analyses must be without singular-values and pca where nothing is pruned, got [%s]",
            analysis.label());
  }

  private static Completed run(Engine engine, Method method, Analysis... analyses) {
    return (Completed) new TrialRunner().run(trial(engine, method, analyses), SAMPLE);
  }

  private static TrialSpec trial(Engine engine, Method method, Analysis... analyses) {
    TrialSpec trial = SmallSpecs.trial(SmallSpecs.epochs(engine, 0.1, 4), method);
    return new TrialSpec(
        trial.dataset(),
        trial.network(),
        trial.training(),
        method,
        RetrainingSpec.NONE,
        List.of(analyses),
        trial.seed());
  }
}
