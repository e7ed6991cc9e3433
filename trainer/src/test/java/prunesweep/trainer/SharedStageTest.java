package prunesweep.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import prunesweep.trainer.checkpoint.Checkpoint;
import prunesweep.trainer.checkpoint.Progress;
import prunesweep.trainer.checkpoint.SharedStages;
import prunesweep.trainer.checkpoint.StageOutcome;
import prunesweep.trainer.checkpoint.StageOutcome.Reached;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.fixture.Outcomes;
import prunesweep.trainer.fixture.PaperMethods;
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
import prunesweep.trainer.method.ThresholdPruning;
import prunesweep.trainer.pruning.CounterMode;
import prunesweep.trainer.pruning.Granularity;
import prunesweep.trainer.pruning.WithinLayer;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.result.FailureKind;
import prunesweep.trainer.spec.Counter;
import prunesweep.trainer.spec.CounterSource;
import prunesweep.trainer.spec.CounterSpec;
import prunesweep.trainer.spec.EarlyStop;
import prunesweep.trainer.spec.EndOfTraining;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.FirstThreshold;
import prunesweep.trainer.spec.LearningRateSchedule;
import prunesweep.trainer.spec.NormWeights;
import prunesweep.trainer.spec.NuclearNormSpec;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.RateCurve;
import prunesweep.trainer.spec.RateUnit;
import prunesweep.trainer.spec.StageSpec;
import prunesweep.trainer.spec.Switch;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.spec.UpdateSpec;
import prunesweep.trainer.training.LowestLoss;
import prunesweep.trainer.trial.Analysis;
import prunesweep.trainer.trial.TrialOutcome.Completed;
import prunesweep.trainer.trial.TrialSpec;

/** A trial that goes on from a stage has the rows it would have alone, bit for bit. */
class SharedStageTest {

  private static final int EPOCHS = 6;
  private static final double NEVER = 0.97;
  private static final Dataset SAMPLE = SmallImages.sample(240);
  private static final List<CounterSpec> COUNTERS =
      List.of(
          new CounterSpec(Counter.ACTIVE, CounterSource.TRAIN, 32),
          new CounterSpec(Counter.INACTIVE, CounterSource.HELD_OUT, 20));

  private final StageRunner stages = new StageRunner();
  private final TrialRunner trials = new TrialRunner();

  /** A chain of three stages, of which the last is never reached, and trials from each of them. */
  @ParameterizedTest
  @CsvSource({"SGD, 0.1, 8", "SGD, 0.1, 9", "ADAM, 0.005, 7", "ADAM, 0.005, 8"})
  void changesNoRow(Optimizer optimizer, double rate, long seed) {
    TrialSpec dense = dense(Engine.VECTOR, optimizer, rate, seed);
    double low = accuracyOf(dense, 2);
    double high = accuracyOf(dense, 4);
    Checkpoint first = reached(stages.run(stage(dense, low), SAMPLE));
    Checkpoint second = reached(stages.run(stage(dense, high), SAMPLE, first));
    Checkpoint third = reached(stages.run(stage(dense, NEVER), SAMPLE, second));
    assertThat(List.of(epochs(first), epochs(second), epochs(third))).containsExactly(2, 4, EPOCHS);

    for (Method method : methods(low)) {
      requireSameRows(with(dense, method), first);
    }
    for (Method method : methods(high)) {
      requireSameRows(with(dense, method), first, second);
    }
    for (Method method : methods(NEVER)) {
      requireSameRows(with(dense, method), first, second, third);
    }
    requireSameRows(dense, first, second, third);
  }

  /** Methods that prune after training go on from any dense start, the end of it included. */
  @ParameterizedTest
  @EnumSource(Optimizer.class)
  void changesNoRowOfWhatFollowsTheTraining(Optimizer optimizer) {
    double rate = optimizer == Optimizer.SGD ? 0.1 : 0.005;
    TrialSpec dense = dense(Engine.VECTOR, optimizer, rate, 8);
    double low = accuracyOf(dense, 2);
    Checkpoint first = reached(stages.run(stage(dense, low), SAMPLE));
    Checkpoint late = reached(stages.run(stage(dense, NEVER), SAMPLE, first));
    Checkpoint end =
        reached(stages.run(new StageSpec(dense.trunk(), new EndOfTraining()), SAMPLE, first));

    for (TrialSpec trial : afterTraining(dense)) {
      requireSameRows(trial, first, late, end);
    }
    for (TrialSpec trial : retrained(dense, low)) {
      requireSameRows(trial, first);
      requireSameRowsBeside(end, trial);
    }
  }

  @Test
  void changesNoRowOfWhatFollowsTheTrainingWithDeeplearning4j() {
    TrialSpec dense = dense(Engine.DL4J, Optimizer.ADAM, 0.005, 8);
    Checkpoint first = reached(stages.run(stage(dense, accuracyOf(dense, 2)), SAMPLE));

    requireSameRows(
        with(dense, GradualPruning.magnitude(0.5, 3, 1), RetrainingMode.REWOUND, 1), first);
  }

  /** What a step leaves out is drawn for it, whoever trains it. */
  @Test
  void changesNoRowOfATrainingWithDropout() {
    TrialSpec plain = dense(Engine.VECTOR, Optimizer.SGD, 0.1, 8);
    TrialSpec dense = trial(plain.training().withDropout(0.2), new DenseTraining(), 8);
    Checkpoint first = reached(stages.run(stage(dense, accuracyOf(dense, 2)), SAMPLE));

    requireSameRows(dense, first);
    requireSameRows(
        with(dense, GradualPruning.magnitude(0.5, 3, 1), RetrainingMode.REWOUND, 1), first);
  }

  /** The norm's moves come every 5 steps of the run, which no epoch of 8 divides. */
  @Test
  void changesNoRowOfATrainingWithANorm() {
    TrainingSpec training =
        new TrainingSpec(
            Optimizer.SGD,
            0.1,
            30,
            EPOCHS,
            0.98,
            Engine.VECTOR,
            EarlyStop.OFF,
            new NuclearNormSpec(0.01, NormWeights.RISING, 5, 0.3));
    TrialSpec dense = trial(training, new DenseTraining(), 8);
    Checkpoint first = reached(stages.run(stage(dense, accuracyOf(dense, 2)), SAMPLE));

    requireSameRows(dense, first);
    requireSameRows(with(dense, OneShotPruning.smallest(Granularity.WEIGHTS, 0.5)), first);
  }

  /** A rewound network is trained to its epoch by the schedule of the whole training. */
  @ParameterizedTest
  @EnumSource(Engine.class)
  void changesNoRowOfATrainingWithMomentumDecayAndSchedule(Engine engine) {
    UpdateSpec update =
        UpdateSpec.plain(Optimizer.SGD)
            .withMomentum(0.9, Switch.ON)
            .withWeightDecay(1e-3, Switch.ON);
    TrainingSpec training =
        new TrainingSpec(Optimizer.SGD, 0.02, 30, EPOCHS, 1, engine)
            .with(update)
            .with(LearningRateSchedule.of(RateCurve.COSINE, RateUnit.EPOCHS, 1));
    TrialSpec dense = trial(training, new DenseTraining(), 8);
    Checkpoint first = reached(stages.run(stage(dense, accuracyOf(dense, 2)), SAMPLE));

    requireSameRows(dense, first);
    requireSameRows(
        with(dense, GradualPruning.magnitude(0.5, 3, 1), RetrainingMode.REWOUND, 1), first);
  }

  private static List<TrialSpec> afterTraining(TrialSpec dense) {
    Method magnitude = GradualPruning.magnitude(0.5, 3, 1);
    Method units = OneShotPruning.smallest(Granularity.UNITS, 0.5);
    return List.of(
        with(dense, magnitude),
        with(dense, OneShotPruning.smallest(Granularity.WEIGHTS, 0)),
        with(dense, magnitude, RetrainingMode.MASKED, 0),
        with(dense, units, RetrainingMode.FREE, 0, Analysis.values()),
        with(dense, units, RetrainingMode.REWOUND, 3));
  }

  private static List<TrialSpec> retrained(TrialSpec dense, double threshold) {
    CounterSpec active = COUNTERS.get(0);
    Method control =
        PaperMethods.activation(
            SmallSpecs.global(2),
            Score.NEURONS,
            active.counter(),
            active.source(),
            active.batch(),
            0.4,
            threshold,
            WithinLayer.RANDOM);
    Method local = pruning(new PaperScope.LocalScope(), Score.RANDOM, active, threshold);
    return List.of(
        with(dense, control, RetrainingMode.REWOUND, 1, Analysis.values()),
        with(dense, local, RetrainingMode.REINITIALISED, 0),
        with(dense, pruning(SmallSpecs.global(2), Score.RANDOM, active, threshold)));
  }

  /** The slow engine, with what it keeps in its own way: its state, not the methods. */
  @ParameterizedTest
  @CsvSource({"SGD, 0.1", "ADAM, 0.005"})
  void changesNoRowWithDeeplearning4j(Optimizer optimizer, double rate) {
    TrialSpec dense = dense(Engine.DL4J, optimizer, rate, 8);
    double low = accuracyOf(dense, 2);
    double high = accuracyOf(dense, 4);
    Checkpoint first = reached(stages.run(stage(dense, low), SAMPLE));
    Checkpoint second = reached(stages.run(stage(dense, high), SAMPLE, first));
    CounterSpec inactive = COUNTERS.get(1);

    requireSameRows(
        with(dense, pruning(new PaperScope.LocalScope(), Score.NEURONS, inactive, low)), first);
    requireSameRows(
        with(dense, pruning(SmallSpecs.global(3), Score.NEURONS_WEIGHTS, inactive, high)), second);
    requireSameRows(dense, second);
  }

  private static TrialSpec dense(Engine engine, Optimizer optimizer, double rate, long seed) {
    TrainingSpec training = new TrainingSpec(optimizer, rate, 30, EPOCHS, 0.98, engine);
    return trial(training, new DenseTraining(), seed);
  }

  private static List<Method> methods(double threshold) {
    CounterSpec active = COUNTERS.get(0);
    CounterSpec inactive = COUNTERS.get(1);
    PaperScope accumulate = new PaperScope.GlobalScope(3, 0.8, CounterMode.ACCUMULATE);
    PaperScope reset = new PaperScope.GlobalScope(2, 1, CounterMode.RESET);
    return List.of(
        pruning(accumulate, Score.NEURONS, active, threshold),
        pruning(reset, Score.NEURONS_WEIGHTS, active, threshold),
        pruning(reset, Score.NEURONS, inactive, threshold),
        pruning(accumulate, Score.NEURONS_WEIGHTS, inactive, threshold),
        pruning(new PaperScope.LocalScope(), Score.NEURONS, inactive, threshold),
        pruning(new PaperScope.LocalScope(), Score.NEURONS_WEIGHTS, active, threshold));
  }

  private static Method pruning(
      PaperScope scope, Score score, CounterSpec counter, double threshold) {
    return PaperMethods.activation(
        scope, score, counter.counter(), counter.source(), counter.batch(), 0.4, threshold);
  }

  private void requireSameRows(TrialSpec trial, Checkpoint... starts) {
    Completed alone = (Completed) trials.run(trial, SAMPLE);
    boolean prunes =
        trial.method() instanceof ThresholdPruning pruning
            ? pruning.firstThreshold() < NEVER
            : !(trial.method() instanceof DenseTraining);
    assertThat(alone.cycles().isEmpty()).isNotEqualTo(prunes);
    assertThat(alone.summary().epochsShared()).isZero();
    for (Checkpoint start : starts) {
      Completed shared = (Completed) trials.run(trial, SAMPLE, from(start));
      assertThat(Outcomes.repeatable(shared))
          .as("%s from epoch %d", trial.method(), epochs(start))
          .isEqualTo(Outcomes.repeatable(alone));
      assertThat(shared.summary().epochsShared()).isEqualTo(epochs(start));
      assertThat(shared.epochs()).startsWith(start.progress().epochs().toArray(EpochResult[]::new));
    }
  }

  /** The dense network that a trial is compared with, trained by another. */
  private void requireSameRowsBeside(Checkpoint end, TrialSpec trial) {
    Completed shared =
        (Completed) trials.run(trial, SAMPLE, new SharedStages(Optional.empty(), Optional.of(end)));
    assertThat(Outcomes.repeatable(shared))
        .isEqualTo(Outcomes.repeatable(trials.run(trial, SAMPLE)));
    assertThat(shared.summary().epochsShared()).isZero();
  }

  private static SharedStages from(Checkpoint start) {
    return new SharedStages(Optional.of(start), Optional.empty());
  }

  /** A stage that goes on from another is the stage trained in one go, counters and all. */
  @Test
  void aChainIsTheStageInOneGo() {
    TrialSpec dense = dense(Engine.VECTOR, Optimizer.ADAM, 0.005, 7);
    StageSpec low = stage(dense, accuracyOf(dense, 2));
    StageSpec high = stage(dense, accuracyOf(dense, 5));
    Checkpoint atOnce = reached(stages.run(high, SAMPLE));
    Checkpoint chained = reached(stages.run(high, SAMPLE, reached(stages.run(low, SAMPLE))));

    assertThat(epochs(atOnce)).isEqualTo(5);
    assertThat(withoutSeconds(chained)).isEqualTo(withoutSeconds(atOnce));
  }

  /** The epoch that reaches the first threshold reaches the target as well: nobody ever prunes. */
  @ParameterizedTest
  @EnumSource(Engine.class)
  void aTrainingThatEndedIsNotTrainedFurther(Engine engine) {
    double target = accuracyOf(trial(adam(engine, EPOCHS, 0.98), new DenseTraining(), 7), 3);
    TrialSpec dense = trial(adam(engine, EPOCHS, target), new DenseTraining(), 7);
    double threshold = Math.nextDown(target);
    Checkpoint ended = reached(stages.run(stage(dense, threshold), SAMPLE));
    assertThat(epochs(ended)).isEqualTo(3);
    assertThat(reached(stages.run(stage(dense, NEVER), SAMPLE, ended)).progress().epochs())
        .isEqualTo(ended.progress().epochs());

    for (TrialSpec trial : List.of(dense, with(dense, methods(threshold).get(0)))) {
      Completed shared = (Completed) trials.run(trial, SAMPLE, from(ended));
      assertThat(shared.epochs()).isEqualTo(ended.progress().epochs());
      assertThat(shared.cycles()).isEmpty();
      assertThat(shared.summary().stopReason()).isEqualTo("target-accuracy");
      assertThat(Outcomes.repeatable(shared))
          .isEqualTo(Outcomes.repeatable(trials.run(trial, SAMPLE)));
    }
  }

  /** Only Deeplearning4j's bits depend on OpenBLAS; a stage that others began is begun anew. */
  @ParameterizedTest
  @CsvSource({"VECTOR, 1", "DL4J, 0"})
  void aStageOfOtherKernelsIsSharedWhereTheyDoNotMatter(Engine engine, int shared) {
    TrialSpec dense = trial(adam(engine, 2, 0.98), new DenseTraining(), 7);
    Checkpoint here = reached(stages.run(stage(dense, 0.01), SAMPLE));
    Checkpoint foreign = new Checkpoint(here.stage(), "Other", here.progress());
    Completed trial = (Completed) trials.run(dense, SAMPLE, from(foreign));
    assertThat(trial.summary().epochsShared()).isEqualTo(shared);
    assertThat(Outcomes.repeatable(trial))
        .isEqualTo(Outcomes.repeatable(trials.run(dense, SAMPLE)));
    Completed own = (Completed) trials.run(dense, SAMPLE, from(here));
    assertThat(own.summary().epochsShared()).isEqualTo(1);
  }

  /** What a trial does wrong by itself it does wrong with a stage too. */
  @Test
  void aTargetThatCannotBePrunedIsTheSameFailure() {
    TrialSpec dense = trial(adam(Engine.VECTOR, 2, 0.98), new DenseTraining(), 7);
    Checkpoint start = reached(stages.run(stage(dense, 0.01), SAMPLE));
    TrialSpec trial =
        with(dense, SmallSpecs.pruning(SmallSpecs.global(2), Score.NEURONS, 0.995, 0.8));
    assertThat(Outcomes.repeatable(trials.run(trial, SAMPLE, from(start))))
        .isEqualTo(Outcomes.repeatable(trials.run(trial, SAMPLE)));
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aDivergedStageIsAnOutcome(Engine engine) {
    TrialSpec dense = trial(SmallSpecs.epochs(engine, 1e30, 5), new DenseTraining(), 7);
    assertThat(stages.run(stage(dense, 0.8), SAMPLE))
        .isInstanceOfSatisfying(
            StageOutcome.Failed.class,
            failed -> {
              assertThat(failed.kind()).isEqualTo(FailureKind.DIVERGED);
              assertThat(failed.message()).startsWith("Training diverged in epoch ");
            });
  }

  @Test
  void anInterruptCancelsTheStage() {
    TrialSpec dense = trial(adam(Engine.VECTOR, 2, 0.98), new DenseTraining(), 7);
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> stages.run(stage(dense, 0.8), SAMPLE))
          .isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  /** Else it would have rows that are wrong and look right. */
  @Test
  void nobodyGoesOnFromWhatIsNotHisStart() {
    TrialSpec dense = trial(adam(Engine.VECTOR, 2, 0.98), new DenseTraining(), 7);
    TrialSpec other = trial(adam(Engine.VECTOR, 2, 0.98), new DenseTraining(), 8);
    Checkpoint start = reached(stages.run(stage(dense, 0.01), SAMPLE));
    assertThatThrownBy(() -> trials.run(other, SAMPLE, from(start)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Trial %s has no use for stage %s", other.id(), start.stage().id());
    assertThatThrownBy(
            () -> trials.run(dense, SAMPLE, new SharedStages(Optional.empty(), Optional.of(start))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Trial %s has no use for stage %s", dense.id(), start.stage().id());
    assertThatThrownBy(() -> stages.run(stage(other, 0.8), SAMPLE, start))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Stage %s does not go on from stage %s", stage(other, 0.8).id(), start.stage().id());
  }

  /** The highest accuracy of the first {@code epochs} epochs, made the last of them to reach it. */
  private double accuracyOf(TrialSpec dense, int epochs) {
    List<Double> accuracies =
        ((Completed) trials.run(dense, SAMPLE))
            .epochs().stream().map(EpochResult::trainAccuracy).toList();
    double accuracy = accuracies.get(epochs - 1);
    assertThat(accuracies.subList(0, epochs - 1)).allMatch(earlier -> earlier < accuracy);
    return accuracy;
  }

  /** The bytes of the checkpoint with the epochs' seconds, the only clock in it, left out. */
  private static byte[] withoutSeconds(Checkpoint checkpoint) {
    Progress progress = checkpoint.progress();
    List<EpochResult> epochs = progress.epochs().stream().map(Outcomes::repeatable).toList();
    Optional<LowestLoss.Point> lowest =
        progress
            .lowest()
            .map(
                point ->
                    new LowestLoss.Point(Outcomes.repeatable(point.epoch()), point.parameters()));
    return new Checkpoint(
            checkpoint.stage(),
            checkpoint.blasKernel(),
            new Progress(progress.engine(), epochs, progress.counters(), lowest))
        .toBytes();
  }

  private static StageSpec stage(TrialSpec trial, double threshold) {
    return new StageSpec(trial.trunk(), new FirstThreshold(threshold, COUNTERS));
  }

  private static TrainingSpec adam(Engine engine, int epochs, double target) {
    return new TrainingSpec(Optimizer.ADAM, 0.005, 32, epochs, target, engine);
  }

  private static TrialSpec trial(TrainingSpec training, Method method, long seed) {
    TrialSpec trial = SmallSpecs.trial(training, method);
    return new TrialSpec(trial.dataset(), trial.network(), training, method, seed);
  }

  private static TrialSpec with(TrialSpec trial, Method method) {
    return trial(trial.training(), method, trial.seed());
  }

  private static TrialSpec with(
      TrialSpec trial,
      Method method,
      RetrainingMode retraining,
      int rewindEpoch,
      Analysis... analyses) {
    return new TrialSpec(
        trial.dataset(),
        trial.network(),
        trial.training(),
        method,
        new RetrainingSpec(retraining, rewindEpoch),
        List.of(analyses),
        trial.seed());
  }

  private static Checkpoint reached(StageOutcome outcome) {
    assertThat(outcome).isInstanceOf(Reached.class);
    return ((Reached) outcome).checkpoint();
  }

  private static int epochs(Checkpoint checkpoint) {
    return checkpoint.progress().epochs().size();
  }
}
