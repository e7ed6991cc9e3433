package prunesweep.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.fixture.Outcomes;
import prunesweep.trainer.fixture.Score;
import prunesweep.trainer.fixture.SmallImages;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.method.Method;
import prunesweep.trainer.method.OneShotPruning;
import prunesweep.trainer.method.RetrainingMode;
import prunesweep.trainer.method.RetrainingRate;
import prunesweep.trainer.method.RetrainingSpec;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.GlorotUniform;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.pruning.BelowCut;
import prunesweep.trainer.pruning.Granularity;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.result.EvaluationResult;
import prunesweep.trainer.result.FailureKind;
import prunesweep.trainer.result.HeatMapResult;
import prunesweep.trainer.result.LayerResult;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.LearningRateSchedule;
import prunesweep.trainer.spec.RateCurve;
import prunesweep.trainer.spec.RateUnit;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.training.TrainingEngine;
import prunesweep.trainer.training.TrainingLoop;
import prunesweep.trainer.trial.Analysis;
import prunesweep.trainer.trial.TrialOutcome.Completed;
import prunesweep.trainer.trial.TrialOutcome.Failed;
import prunesweep.trainer.trial.TrialSpec;

/** What follows the pruning, mode by mode, beside the same trained by hand. */
class RetrainingTest {

  private static final int EPOCHS = 3;
  private static final Dataset SAMPLE = SmallImages.sample(240);
  private static final OneShotPruning METHOD = OneShotPruning.smallest(Granularity.WEIGHTS, 0.7);

  static Stream<RetrainingSpec> modes() {
    return Stream.of(
        new RetrainingSpec(RetrainingMode.FREE, 0),
        new RetrainingSpec(RetrainingMode.MASKED, 0),
        new RetrainingSpec(RetrainingMode.REWOUND, 0),
        new RetrainingSpec(RetrainingMode.REWOUND, 2),
        new RetrainingSpec(RetrainingMode.REINITIALISED, 0));
  }

  @ParameterizedTest
  @MethodSource("modes")
  void trainsWhatTheModeSays(RetrainingSpec retraining) {
    requireAsByHand(Engine.VECTOR, retraining);
  }

  @Test
  void trainsWhatTheModeSaysWithDeeplearning4j() {
    requireAsByHand(Engine.DL4J, new RetrainingSpec(RetrainingMode.REWOUND, 1));
  }

  /** From epoch 1 on a cosine over three epochs, or at all that a drop after two epochs leaves. */
  @ParameterizedTest
  @EnumSource(RetrainingRate.class)
  void trainsAtTheRateAsked(RetrainingRate rate) {
    LearningRateSchedule schedule =
        rate == RetrainingRate.LAST
            ? LearningRateSchedule.steps(RateUnit.EPOCHS, List.of(2), 0.25)
            : LearningRateSchedule.of(RateCurve.COSINE, RateUnit.EPOCHS, 0);
    TrialSpec spec =
        trial(
            training(Engine.VECTOR, EPOCHS).with(schedule),
            METHOD,
            new RetrainingSpec(RetrainingMode.REWOUND, 1, rate));

    requireAsByHand(spec);
  }

  private static void requireAsByHand(Engine engine, RetrainingSpec retraining) {
    requireAsByHand(trial(engine, METHOD, retraining));
  }

  private static void requireAsByHand(TrialSpec spec) {
    Completed outcome = run(spec);

    assertThat(epochs(outcome, "retraining")).isEqualTo(byHand(spec));
    assertThat(outcome.summary().epochs()).as("those of the pruned network").isEqualTo(EPOCHS);
    EvaluationResult retrained = outcome.evaluations().get(2);
    assertThat(retrained.stage()).isEqualTo("retrained");
    assertThat(retrained.stopReason()).isEqualTo("max-epochs");
    assertThat(retrained.last().validation().loss())
        .isEqualTo(outcome.epochs().get(2 * EPOCHS - 1).validationLoss());
  }

  /** The retraining's epochs, with every start made here. */
  private static List<EpochResult> byHand(TrialSpec spec) {
    RetrainingSpec retraining = spec.retraining();
    Parameters initial = GlorotUniform.initialise(spec.network(), 784, 10, spec.seed());
    Mask mask;
    Parameters pruned;
    try (TrainingEngine engine =
        Engines.create(Architecture.of(spec.network(), SAMPLE), spec.training(), initial)) {
      train(spec.training(), engine, "training", spec.seed());
      mask = BelowCut.prune(METHOD.selection(), engine).mask();
      engine.hold(mask);
      pruned = engine.parameters();
    }
    Parameters start =
        switch (retraining.mode()) {
          case NONE -> throw new IllegalArgumentException("Nothing to do");
          case FREE, MASKED -> pruned;
          case REWOUND -> afterEpochs(retraining.rewindEpoch(), spec, initial);
          case REINITIALISED ->
              GlorotUniform.initialise(spec.network(), 784, 10, spec.seed(), "reinitialise");
        };
    try (TrainingEngine engine =
        Engines.create(Architecture.of(spec.network(), SAMPLE), retraining(spec), start)) {
      if (retraining.mode() != RetrainingMode.FREE) {
        engine.hold(mask);
      }
      return train(retraining(spec), engine, "retraining", spec.seed());
    }
  }

  private static Parameters afterEpochs(int epochs, TrialSpec spec, Parameters initial) {
    if (epochs == 0) {
      return initial;
    }
    TrainingSpec training = spec.training().upTo(epochs);
    try (TrainingEngine engine =
        Engines.create(Architecture.of(spec.network(), SAMPLE), training, initial)) {
      train(training, engine, "training", spec.seed());
      return engine.parameters();
    }
  }

  private static List<EpochResult> train(
      TrainingSpec training, TrainingEngine engine, String phase, long seed) {
    return new TrainingLoop(training, SAMPLE, engine)
        .run(phase, seed, (epoch, trainAccuracy) -> {}).epochs().stream()
            .map(Outcomes::repeatable)
            .toList();
  }

  /** Pixels that are always 0 teach nothing, so that some zeros stay even without a mask. */
  @ParameterizedTest
  @EnumSource(Engine.class)
  void zerosGrowWithoutAMask(Engine engine) {
    Completed outcome = run(trial(engine, METHOD, new RetrainingSpec(RetrainingMode.FREE, 0)));

    EvaluationResult pruned = outcome.evaluations().get(1);
    EvaluationResult retrained = outcome.evaluations().get(2);
    assertThat(retrained.sparsity()).isPositive().isLessThan(pruned.sparsity());
    assertThat(outcome.summary().size().sparsity()).isEqualTo(pruned.sparsity());
    assertThat(outcome.layers().get(5).nonzeroWeights())
        .isGreaterThan(outcome.layers().get(3).nonzeroWeights());
  }

  @ParameterizedTest
  @EnumSource(
      value = RetrainingMode.class,
      names = {"MASKED", "REWOUND", "REINITIALISED"})
  void zerosStayUnderTheMask(RetrainingMode mode) {
    for (Method method :
        List.of(METHOD, SmallSpecs.pruning(SmallSpecs.global(2), Score.NEURONS, 0.6, 0.01))) {
      Completed outcome = run(trial(Engine.VECTOR, method, new RetrainingSpec(mode, 0)));

      assertThat(patterns(outcome, "retrained")).hasSize(2).isEqualTo(patterns(outcome, "pruned"));
      assertThat(outcome.layers())
          .filteredOn(layer -> layer.stage().equals("retrained"))
          .extracting(LayerResult::layer)
          .containsExactly(1, 2);
    }
  }

  @Test
  void newWeightsAreOthersThanTheInitialOnes() {
    TrialSpec rewound = trial(Engine.VECTOR, METHOD, new RetrainingSpec(RetrainingMode.REWOUND, 0));
    TrialSpec anew =
        trial(Engine.VECTOR, METHOD, new RetrainingSpec(RetrainingMode.REINITIALISED, 0));

    assertThat(epochs(run(anew), "retraining")).isNotEqualTo(epochs(run(rewound), "retraining"));
    assertThat(epochs(run(anew), "retraining")).isEqualTo(epochs(run(anew), "retraining"));
  }

  @Test
  void anEpochThatNeverWasIsAFailure() {
    TrialSpec spec =
        trial(Engine.VECTOR, METHOD, new RetrainingSpec(RetrainingMode.REWOUND, EPOCHS + 1));

    assertThat(new TrialRunner().run(spec, SAMPLE))
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.kind()).isEqualTo(FailureKind.DATA);
              assertThat(failed.message())
                  .isEqualTo(
                      "rewind-epoch must be at most 3, the last epoch of the dense training,"
                          + " got 4");
            });
  }

  private static List<String> patterns(Completed outcome, String stage) {
    return outcome.heatMaps().stream()
        .filter(map -> map.stage().equals(stage))
        .map(RetrainingTest::text)
        .toList();
  }

  private static String text(HeatMapResult map) {
    return HexFormat.of().formatHex(map.pattern());
  }

  private static List<EpochResult> epochs(Completed outcome, String phase) {
    return outcome.epochs().stream()
        .filter(epoch -> epoch.phase().equals(phase))
        .map(Outcomes::repeatable)
        .toList();
  }

  private static Completed run(TrialSpec spec) {
    return (Completed) new TrialRunner().run(spec, SAMPLE);
  }

  private static TrainingSpec training(Engine engine, int epochs) {
    return SmallSpecs.epochs(engine, 0.1, epochs);
  }

  /** The drop leaves a quarter of 0.1. */
  private static TrainingSpec retraining(TrialSpec spec) {
    TrainingSpec training = spec.training();
    return switch (spec.retraining().rate()) {
      case ANEW -> training;
      case REWOUND -> training.with(training.schedule().after(1));
      case LAST -> SmallSpecs.epochs(training.engine(), 0.025, EPOCHS);
    };
  }

  private static TrialSpec trial(Engine engine, Method method, RetrainingSpec retraining) {
    return trial(training(engine, EPOCHS), method, retraining);
  }

  private static TrialSpec trial(TrainingSpec training, Method method, RetrainingSpec retraining) {
    TrialSpec trial = SmallSpecs.trial(training, method);
    return new TrialSpec(
        trial.dataset(),
        trial.network(),
        trial.training(),
        method,
        retraining,
        List.of(Analysis.HEAT_MAPS),
        trial.seed());
  }
}
