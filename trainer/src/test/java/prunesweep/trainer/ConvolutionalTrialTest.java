package prunesweep.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import prunesweep.trainer.checkpoint.Checkpoint;
import prunesweep.trainer.checkpoint.SharedStages;
import prunesweep.trainer.checkpoint.StageOutcome;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.fixture.Outcomes;
import prunesweep.trainer.fixture.PaperScope;
import prunesweep.trainer.fixture.Score;
import prunesweep.trainer.fixture.SmallImages;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.method.DenseTraining;
import prunesweep.trainer.method.GradualPruning;
import prunesweep.trainer.method.Method;
import prunesweep.trainer.method.OneShotPruning;
import prunesweep.trainer.method.RetrainingMode;
import prunesweep.trainer.method.RetrainingSpec;
import prunesweep.trainer.pruning.Granularity;
import prunesweep.trainer.result.CycleResult;
import prunesweep.trainer.result.EvaluationResult;
import prunesweep.trainer.result.HeatMapResult;
import prunesweep.trainer.result.LayerResult;
import prunesweep.trainer.result.ReductionResult;
import prunesweep.trainer.result.TrialSummary;
import prunesweep.trainer.spec.ConvolutionSpec;
import prunesweep.trainer.spec.DatasetSpec;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.StageSpec;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.trial.Analysis;
import prunesweep.trainer.trial.TrialOutcome.Completed;
import prunesweep.trainer.trial.TrialSpec;

/**
 * Whole trials of a small convolutional network on the shipped sample. 4 channels of 5 x 5 at 24 x
 * 24 places, pooled to 6 x 6; 5 of 3 x 3 at 4 x 4, pooled to 2 x 2; 12 units: 100 + 180 + 240 + 120
 * = 640 weights, 520 of them prunable.
 */
@ParameterizedClass
@EnumSource(Engine.class)
class ConvolutionalTrialTest {

  private static final int EPOCHS = 6;
  private static final double DENSE_KFLOPS = 2 * (100 * 576 + 180 * 16 + 240 + 120) / 1000.0;
  private static final Dataset SAMPLE = SmallImages.sample(240);
  private static final NetworkSpec NETWORK =
      new NetworkSpec(
          List.of(new ConvolutionSpec(4, 5, 0, 4), new ConvolutionSpec(5, 3, 0, 2)),
          List.of(12),
          true);
  private static final Analysis[] ALL = Analysis.values();

  private final TrainingSpec training;

  ConvolutionalTrialTest(Engine engine) {
    training = new TrainingSpec(Optimizer.ADAM, 0.005, 8, EPOCHS, 0.9, engine);
  }

  @Test
  void denseTrainingLearns() {
    Completed outcome = run(trial(new DenseTraining(), RetrainingMode.NONE));

    TrialSummary summary = outcome.summary();
    assertThat(summary.size().weights()).isEqualTo(640);
    assertThat(summary.size().nonzeroWeights()).isEqualTo(640);
    assertThat(summary.size().kiloFlops()).isEqualTo(DENSE_KFLOPS);
    assertThat(summary.figures().test().accuracy()).isGreaterThan(0.4);
    assertThat(outcome.layers())
        .extracting(layer -> layer.spectrum().rank())
        .containsExactly(4, 5, 12);
    assertThat(outcome.layers())
        .extracting(LayerResult::kiloFlops)
        .containsExactly(115.2, 5.76, 0.48);
  }

  /** A third of 640 weights, in two cycles, with every analysis and a retraining. */
  @Test
  void globalPruningTakesExactlyItsShare() {
    for (Score score : List.of(Score.NEURONS, Score.NEURONS_WEIGHTS)) {
      Method method = SmallSpecs.pruning(SmallSpecs.global(2), score, 0.375, 0.15);
      Completed outcome = run(trial(method, RetrainingMode.MASKED, ALL));

      long pruned = outcome.cycles().stream().mapToLong(CycleResult::prunedWeights).sum();
      assertThat(outcome.cycles()).hasSize(2);
      assertThat(pruned).isEqualTo(640 - outcome.summary().size().nonzeroWeights());
      assertThat(pruned).isBetween(239L, 240L);
      requireOperations(outcome);
      assertThat(outcome.evaluations())
          .extracting(EvaluationResult::stage)
          .containsExactly("pruned", "retrained");
      assertThat(outcome.evaluations())
          .extracting(EvaluationResult::sparsity)
          .containsOnly(outcome.summary().size().sparsity());
      assertThat(outcome.singularValues()).hasSize(2 * 2 * (4 + 5 + 12));
      assertThat(outcome.reductions())
          .extracting(ReductionResult::reduction)
          .containsExactly("pca", "pca-retrained", "svd", "svd-retrained");
      assertThat(outcome.heatMaps().subList(0, 3))
          .extracting(HeatMapResult::inputs)
          .containsExactly(25, 36, 20);
    }
  }

  /** Operations count places: they follow from the layers' weights, 576, 16 and 1 place each. */
  private static void requireOperations(Completed outcome) {
    List<LayerResult> layers =
        outcome.layers().stream().filter(layer -> layer.stage().equals("pruned")).toList();
    long[] places = {576, 16, 1};
    long flops = 2 * 120;
    for (int layer = 0; layer < places.length; layer++) {
      flops += 2 * places[layer] * layers.get(layer).nonzeroWeights();
    }
    assertThat(outcome.summary().size().kiloFlops()).isEqualTo(flops / 1000.0);
  }

  /** Half of each layer's channels: 2 x 25, 2 x 36 weights, then half of 12 units: 6 x 20. */
  @Test
  void localPruningTakesWholeChannels() {
    Completed outcome =
        run(trial(local(Score.NEURONS), RetrainingMode.FREE, Analysis.SINGULAR_VALUES));

    assertThat(outcome.cycles()).hasSize(3);
    assertThat(outcome.cycles())
        .extracting(CycleResult::prunedWeights)
        .containsExactly(50L, 72L, 120L);
    List<LayerResult> pruned = outcome.layers().subList(0, 3);
    assertThat(pruned)
        .extracting(LayerResult::nonzeroWeights)
        .containsExactly(50L, 180L - 72, 120L);
    assertThat(pruned.get(0).spectrum().rank()).isEqualTo(2);
    assertThat(pruned.get(1).spectrum().rank()).isEqualTo(3);
  }

  @Test
  void localPruningTakesSingleWeights() {
    Completed outcome = run(trial(local(Score.NEURONS_WEIGHTS), RetrainingMode.REWOUND));

    assertThat(outcome.cycles())
        .extracting(CycleResult::prunedWeights)
        .containsExactly(50L, 90L, 120L);
  }

  @Test
  void magnitudeAndOneShotTakeTheirShareOfEachLayer() {
    Completed gradual =
        run(trial(GradualPruning.magnitude(0.5, 10, 1), RetrainingMode.REINITIALISED, ALL));
    Completed atOnce =
        run(trial(OneShotPruning.smallest(Granularity.UNITS, 0.5), RetrainingMode.NONE));

    assertThat(gradual.layers().subList(3, 6))
        .extracting(LayerResult::nonzeroWeights)
        .containsExactly(50L, 90L, 120L);
    assertThat(atOnce.layers().subList(3, 6))
        .extracting(LayerResult::nonzeroWeights)
        .containsExactly(50L, 3 * 36L, 120L);
    requireOperations(gradual);
    requireOperations(atOnce);
  }

  @Test
  void equalSeedsGiveEqualRows() {
    TrialSpec trial = trial(local(Score.NEURONS), RetrainingMode.MASKED, ALL);

    assertThat(Outcomes.repeatable(run(trial))).isEqualTo(Outcomes.repeatable(run(trial)));
  }

  /** From bytes, as another process would. */
  @Test
  void aSharedStageChangesNoRow() {
    TrialSpec trial =
        trial(
            SmallSpecs.pruning(SmallSpecs.global(2), Score.NEURONS, 0.375, 0.3),
            RetrainingMode.NONE);
    StageSpec stage = new StageSpec(trial.trunk(), trial.method().sharedUntil());
    StageOutcome reached = new StageRunner().run(stage, SAMPLE);
    byte[] bytes = ((StageOutcome.Reached) reached).checkpoint().toBytes();
    Completed shared =
        (Completed)
            new TrialRunner()
                .run(
                    trial,
                    SAMPLE,
                    new SharedStages(Optional.of(Checkpoint.of(stage, bytes)), Optional.empty()));

    assertThat(shared.summary().epochsShared()).isPositive();
    assertThat(Outcomes.repeatable(shared)).isEqualTo(Outcomes.repeatable(run(trial)));
  }

  private static Method local(Score score) {
    return SmallSpecs.pruning(new PaperScope.LocalScope(), score, 0.5, 0.01);
  }

  private TrialSpec trial(Method method, RetrainingMode retraining, Analysis... analyses) {
    return new TrialSpec(
        DatasetSpec.published("fashion-mnist-sample"),
        NETWORK,
        training,
        method,
        new RetrainingSpec(retraining, retraining == RetrainingMode.REWOUND ? 1 : 0),
        List.of(analyses),
        7);
  }

  private static Completed run(TrialSpec trial) {
    return (Completed) new TrialRunner().run(trial, SAMPLE);
  }
}
