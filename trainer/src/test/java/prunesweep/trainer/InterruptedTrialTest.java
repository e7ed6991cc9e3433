package prunesweep.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import prunesweep.trainer.checkpoint.Checkpoint;
import prunesweep.trainer.checkpoint.DamagedCheckpointException;
import prunesweep.trainer.checkpoint.InterruptedTrial;
import prunesweep.trainer.checkpoint.Journal;
import prunesweep.trainer.checkpoint.SharedStages;
import prunesweep.trainer.checkpoint.StageOutcome.Reached;
import prunesweep.trainer.checkpoint.Standing;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.fixture.Interruptions;
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
import prunesweep.trainer.method.ThresholdPruning;
import prunesweep.trainer.method.WhenMissed;
import prunesweep.trainer.pruning.CounterMode;
import prunesweep.trainer.pruning.Granularity;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.spec.Counter;
import prunesweep.trainer.spec.CounterSource;
import prunesweep.trainer.spec.CounterSpec;
import prunesweep.trainer.spec.EarlyStop;
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
import prunesweep.trainer.trial.Analysis;
import prunesweep.trainer.trial.TrialOutcome;
import prunesweep.trainer.trial.TrialOutcome.Completed;
import prunesweep.trainer.trial.TrialSpec;

/** A trial that was interrupted at every epoch has the rows of an undisturbed one, bit for bit. */
class InterruptedTrialTest {

  private static final Dataset SAMPLE = SmallImages.sample(240);
  private static final int EPOCHS = 5;

  private static TrainingSpec training(Engine engine, Optimizer optimizer) {
    return new TrainingSpec(
        optimizer, optimizer == Optimizer.SGD ? 0.1 : 0.005, 30, EPOCHS, 0.97, engine);
  }

  private static ThresholdPruning thresholds(CounterMode mode, WhenMissed whenMissed) {
    ThresholdPruning pruning =
        SmallSpecs.pruning(
            new PaperScope.GlobalScope(3, 0.8, mode), Score.NEURONS_WEIGHTS, 0.6, 0.2);
    return pruning.finishing(whenMissed);
  }

  @ParameterizedTest
  @EnumSource(Optimizer.class)
  void whateverTheMethod(Optimizer optimizer) {
    TrainingSpec training = training(Engine.VECTOR, optimizer);
    for (Method method :
        List.of(
            new DenseTraining(),
            thresholds(CounterMode.ACCUMULATE, WhenMissed.FINISH),
            thresholds(CounterMode.RESET, WhenMissed.LEAVE),
            SmallSpecs.pruning(new PaperScope.LocalScope(), Score.RANDOM, 0.5, 0.2),
            GradualPruning.magnitude(0.5, 3, 3))) {
      requireSameRows(SmallSpecs.trial(training, method));
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void whateverFollowsThePruning(Engine engine) {
    TrainingSpec training = training(engine, Optimizer.ADAM);
    Method prune = OneShotPruning.smallest(Granularity.UNITS, 0.5);
    for (RetrainingMode mode : RetrainingMode.values()) {
      int rewind = mode == RetrainingMode.REWOUND ? 3 : 0;
      TrialSpec trial = SmallSpecs.trial(training, prune);
      requireSameRows(
          new TrialSpec(
              trial.dataset(),
              trial.network(),
              training,
              prune,
              new RetrainingSpec(mode, rewind),
              List.of(Analysis.values()),
              8));
    }
  }

  /** The norm's moves and the prunes come every so many steps, which no epoch of 8 divides. */
  @ParameterizedTest
  @EnumSource(Engine.class)
  void withMomentumDecayScheduleAndANorm(Engine engine) {
    UpdateSpec update =
        UpdateSpec.plain(Optimizer.SGD)
            .withMomentum(0.9, Switch.ON)
            .withWeightDecay(1e-3, Switch.ON);
    TrainingSpec training =
        new TrainingSpec(
                Optimizer.SGD,
                0.02,
                30,
                EPOCHS,
                1,
                engine,
                EarlyStop.ON,
                new NuclearNormSpec(0.01, NormWeights.RISING, 5, 0.3))
            .with(update)
            .with(LearningRateSchedule.of(RateCurve.COSINE, RateUnit.EPOCHS, 1))
            .withDropout(0.1);
    requireSameRows(SmallSpecs.trial(training, GradualPruning.magnitude(0.5, 7, 3)));
  }

  @Test
  void afterAStageThatItShares() {
    TrainingSpec training = training(Engine.VECTOR, Optimizer.SGD);
    CounterSpec counter = new CounterSpec(Counter.ACTIVE, CounterSource.TRAIN, 32);
    TrialSpec trial =
        SmallSpecs.trial(training, thresholds(CounterMode.ACCUMULATE, WhenMissed.LEAVE));
    StageSpec stage = new StageSpec(trial.trunk(), new FirstThreshold(0.2, List.of(counter)));
    Checkpoint start = ((Reached) new StageRunner().run(stage, SAMPLE)).checkpoint();
    SharedStages shared = new SharedStages(Optional.of(start), Optional.empty());
    Completed outcome = (Completed) new Interruptions(trial, SAMPLE).outcome(shared);
    assertThat(outcome.summary().epochsShared()).isEqualTo(start.progress().epochs().size());
    assertThat(Outcomes.repeatable(outcome))
        .isEqualTo(Outcomes.repeatable(new TrialRunner().run(trial, SAMPLE)));
  }

  @Test
  void aStageGoesOnFromItsOwnMiddle() {
    TrialSpec trial =
        SmallSpecs.trial(training(Engine.VECTOR, Optimizer.ADAM), new DenseTraining());
    CounterSpec counter = new CounterSpec(Counter.ACTIVE, CounterSource.TRAIN, 32);
    StageSpec stage = new StageSpec(trial.trunk(), new FirstThreshold(0.96, List.of(counter)));
    List<byte[]> states = new ArrayList<>();
    Journal keeping = (standing, state) -> states.add(state.get());
    StageRunner runner = new StageRunner();
    Checkpoint end = ((Reached) runner.run(stage, SAMPLE, Optional.empty(), keeping)).checkpoint();
    assertThat(states).hasSize(EPOCHS);
    for (byte[] state : states) {
      Checkpoint from = Checkpoint.of(stage, state);
      Checkpoint again =
          ((Reached) runner.run(stage, SAMPLE, Optional.of(from), Journal.NONE)).checkpoint();
      assertThat(again.progress().epochs())
          .extracting(Outcomes::repeatable)
          .isEqualTo(end.progress().epochs().stream().map(Outcomes::repeatable).toList());
      assertThat(again.progress().counted(counter))
          .usingRecursiveComparison()
          .isEqualTo(end.progress().counted(counter));
      assertThat(again.progress().engine().parameters())
          .usingRecursiveComparison()
          .isEqualTo(end.progress().engine().parameters());
    }
  }

  @Test
  void theJournalHearsWhereATrialStands() {
    TrialSpec trial =
        SmallSpecs.trial(
            training(Engine.VECTOR, Optimizer.SGD), GradualPruning.magnitude(0.5, 4, 2));
    List<Standing> heard = new ArrayList<>();
    Completed outcome =
        (Completed)
            new TrialRunner()
                .run(
                    trial,
                    SAMPLE,
                    SharedStages.NONE,
                    (standing, state) -> heard.add(standing),
                    Optional.empty());
    assertThat(heard).extracting(Standing::phase).contains("training", "pruning");
    assertThat(heard)
        .extracting(Standing::epoch)
        .isEqualTo(outcome.epochs().stream().map(EpochResult::epoch).toList());
    assertThat(heard.get(heard.size() - 1).cycles()).isEqualTo(4);
    assertThat(heard).allSatisfy(at -> assertThat(at.validationAccuracy()).isBetween(0.0, 1.0));
  }

  @Test
  void isNotTakenForAnother() {
    TrialSpec trial = SmallSpecs.trial(training(Engine.VECTOR, Optimizer.SGD), new DenseTraining());
    TrialSpec other =
        SmallSpecs.trial(training(Engine.VECTOR, Optimizer.ADAM), new DenseTraining());
    List<byte[]> states = new ArrayList<>();
    new TrialRunner()
        .run(
            trial,
            SAMPLE,
            SharedStages.NONE,
            (standing, state) -> states.add(state.get()),
            Optional.empty());
    byte[] bytes = states.get(0);
    assertThatThrownBy(() -> InterruptedTrial.of(other, bytes))
        .isInstanceOf(DamagedCheckpointException.class)
        .hasMessage("the trial must be %s, got another", other.id());
    Optional<InterruptedTrial> interrupted = Optional.of(InterruptedTrial.of(trial, bytes));
    assertThatThrownBy(
            () ->
                new TrialRunner().run(other, SAMPLE, SharedStages.NONE, Journal.NONE, interrupted))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Trial %s does not go on from trial %s", other.id(), trial.id());
    bytes[bytes.length / 2] ^= 1;
    assertThatThrownBy(() -> InterruptedTrial.of(trial, bytes))
        .isInstanceOf(DamagedCheckpointException.class)
        .hasMessageStartingWith("the checksum must be ");
  }

  private static void requireSameRows(TrialSpec trial) {
    Interruptions interruptions = new Interruptions(trial, SAMPLE);
    TrialOutcome interrupted = interruptions.outcome(SharedStages.NONE);
    TrialOutcome undisturbed = new TrialRunner().run(trial, SAMPLE);
    assertThat(Outcomes.repeatable(interrupted)).isEqualTo(Outcomes.repeatable(undisturbed));
    assertThat(interruptions.count())
        .isGreaterThanOrEqualTo(((Completed) undisturbed).epochs().size());
  }
}
