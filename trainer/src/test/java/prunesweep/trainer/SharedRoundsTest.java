package prunesweep.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prunesweep.trainer.checkpoint.Checkpoint;
import prunesweep.trainer.checkpoint.Journal;
import prunesweep.trainer.checkpoint.SharedStages;
import prunesweep.trainer.checkpoint.StageOutcome.Reached;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.fixture.Interruptions;
import prunesweep.trainer.fixture.Outcomes;
import prunesweep.trainer.fixture.SmallImages;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.method.RetrainingMode;
import prunesweep.trainer.method.RetrainingSpec;
import prunesweep.trainer.method.RoundStart;
import prunesweep.trainer.method.RoundsPruning;
import prunesweep.trainer.pruning.Granularity;
import prunesweep.trainer.pruning.ScoreBatches;
import prunesweep.trainer.pruning.Selection;
import prunesweep.trainer.pruning.WithinLayer;
import prunesweep.trainer.schedule.Linear;
import prunesweep.trainer.schedule.Schedule;
import prunesweep.trainer.schedule.ShareOfLeft;
import prunesweep.trainer.scope.Layers;
import prunesweep.trainer.score.ScoreSpec;
import prunesweep.trainer.spec.CounterSpec;
import prunesweep.trainer.spec.EndOfTraining;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.StageId;
import prunesweep.trainer.spec.StageSpec;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.trial.Analysis;
import prunesweep.trainer.trial.KeptStage;
import prunesweep.trainer.trial.TrialOutcome.Completed;
import prunesweep.trainer.trial.TrialSpec;

/**
 * Trials whose first rounds are the same share them, and have the rows they would have alone. Each
 * round takes half of what is left, so that 1, 2, 3 rounds take 0.5, 0.75, 0.875.
 */
class SharedRoundsTest {

  private static final Dataset SAMPLE = SmallImages.sample(320);
  private static final Schedule HALF = new ShareOfLeft(0.5);

  private final StageRunner stages = new StageRunner();
  private final TrialRunner trials = new TrialRunner();

  @ParameterizedTest
  @CsvSource({
    "VECTOR, SGD, INITIAL",
    "VECTOR, ADAM, EPOCH",
    "VECTOR, SGD, TRAINED",
    "VECTOR, ADAM, TRAINED",
    "DL4J, SGD, EPOCH"
  })
  void changesNoRow(Engine engine, Optimizer optimizer, RoundStart start) {
    TrainingSpec training = training(engine, optimizer);
    TrialSpec two = trial(training, method(HALF, 2, 0.75, start));
    TrialSpec three = retrained(trial(training, method(HALF, 3, 0.875, start)));
    TrialSpec cutShort = trial(training, method(HALF, 3, 0.8, start));
    Checkpoint dense = reached(new StageSpec(two.trunk(), new EndOfTraining()), Optional.empty());
    Checkpoint first = reached(two.laterStages().get(0), Optional.of(dense));
    Checkpoint second = reached(cutShort.laterStages().get(1), Optional.of(first));
    Checkpoint atOnce = reached(three.laterStages().get(1), Optional.empty());

    assertThat(List.of(dense.epochs(), first.epochs(), second.epochs())).containsExactly(2, 4, 6);
    for (TrialSpec trial : List.of(two, three, cutShort)) {
      List<Object> alone = Outcomes.repeatable(trials.run(trial, SAMPLE));
      for (Checkpoint from : List.of(dense, first, second, atOnce)) {
        Completed shared = (Completed) trials.run(trial, SAMPLE, from(from));
        assertThat(Outcomes.repeatable(shared)).isEqualTo(alone);
        assertThat(shared.summary().epochsShared()).isEqualTo(from.epochs());
      }
    }
  }

  /** What is kept beyond figures is kept by the stage for all, so all must keep the same. */
  @Test
  void changesNothingThatIsKept() {
    TrialSpec two = keepingAll(method(HALF, 2, 0.75, RoundStart.TRAINED));
    TrialSpec three = keepingAll(method(HALF, 3, 0.875, RoundStart.TRAINED));
    Checkpoint first = reached(two.laterStages().get(0), Optional.empty());

    for (TrialSpec trial : List.of(two, three)) {
      assertThat(Outcomes.repeatable(trials.run(trial, SAMPLE, from(first))))
          .isEqualTo(Outcomes.repeatable(trials.run(trial, SAMPLE)));
    }
    TrialSpec figures = trial(two.training(), method(HALF, 2, 0.75, RoundStart.TRAINED));
    assertThat(figures.startsWith(first.stage())).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"VECTOR, INITIAL", "VECTOR, EPOCH", "DL4J, TRAINED"})
  void aStageAndItsTrialGoOnWhereTheyWereInterrupted(Engine engine, RoundStart start) {
    TrialSpec trial =
        retrained(trial(training(engine, Optimizer.ADAM), method(HALF, 3, 0.875, start)));
    StageSpec second = trial.laterStages().get(1);
    Checkpoint stage = interruptedAtEachEpoch(second);
    Completed outcome = (Completed) new Interruptions(trial, SAMPLE).outcome(from(stage));

    assertThat(outcome.summary().epochsShared()).isEqualTo(6);
    assertThat(Outcomes.repeatable(outcome))
        .isEqualTo(Outcomes.repeatable(trials.run(trial, SAMPLE)));
  }

  /** Rounds have a name of their own by what decides them, not by what comes after them. */
  @Test
  void roundsAreTheSameUntilTheirTargetOrAnythingElseDiffers() {
    TrainingSpec training = training(Engine.VECTOR, Optimizer.SGD);
    List<StageId> five = ids(method(HALF, 5, 0.96875, RoundStart.INITIAL));

    assertThat(five).hasSize(5).doesNotHaveDuplicates();
    assertThat(ids(method(HALF, 3, 0.875, RoundStart.INITIAL))).isEqualTo(five.subList(0, 3));
    assertThat(ids(method(HALF, 3, 0.8, RoundStart.INITIAL)).subList(0, 2))
        .isEqualTo(five.subList(0, 2));
    assertThat(ids(method(HALF, 3, 0.8, RoundStart.INITIAL)).get(2)).isNotEqualTo(five.get(2));
    assertThat(five)
        .doesNotContainAnyElementsOf(ids(method(HALF, 5, 0.96875, RoundStart.TRAINED)))
        .doesNotContainAnyElementsOf(ids(method(new Linear(), 5, 0.96875, RoundStart.INITIAL)));
    assertThat(ids(method(new Linear(), 4, 0.8, RoundStart.INITIAL)))
        .doesNotContainAnyElementsOf(ids(method(new Linear(), 3, 0.6, RoundStart.INITIAL)));
    TrialSpec trial = trial(training, method(HALF, 3, 0.875, RoundStart.INITIAL));
    assertThat(retrained(trial).laterStages().stream().map(StageSpec::id))
        .isEqualTo(five.subList(0, 3));
  }

  @Test
  void nobodyGoesOnFromRoundsThatAreNotHis() {
    TrainingSpec training = training(Engine.VECTOR, Optimizer.SGD);
    TrialSpec initial = trial(training, method(HALF, 2, 0.75, RoundStart.INITIAL));
    TrialSpec trained = trial(training, method(HALF, 2, 0.75, RoundStart.TRAINED));
    Checkpoint first = reached(initial.laterStages().get(0), Optional.empty());

    assertThatThrownBy(() -> trials.run(trained, SAMPLE, from(first)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Trial %s has no use for stage %s", trained.id(), first.stage().id());
    StageSpec other = trained.laterStages().get(1);
    assertThatThrownBy(() -> stages.run(other, SAMPLE, first))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Stage %s does not go on from stage %s", other.id(), first.stage().id());
  }

  private Checkpoint interruptedAtEachEpoch(StageSpec stage) {
    List<byte[]> left = new ArrayList<>();
    Journal interrupting =
        (standing, state) -> {
          left.add(state.get());
          throw new CancellationException("Interrupted");
        };
    while (true) {
      Optional<Checkpoint> from =
          left.isEmpty()
              ? Optional.empty()
              : Optional.of(Checkpoint.of(stage, left.get(left.size() - 1)));
      try {
        return ((Reached) stages.run(stage, SAMPLE, from, interrupting)).checkpoint();
      } catch (CancellationException interrupted) {
        continue;
      }
    }
  }

  /** The checkpoint as it comes back from its bytes. */
  private Checkpoint reached(StageSpec stage, Optional<Checkpoint> from) {
    Checkpoint reached = ((Reached) stages.run(stage, SAMPLE, from, Journal.NONE)).checkpoint();
    return Checkpoint.of(stage, reached.toBytes());
  }

  private static SharedStages from(Checkpoint start) {
    return new SharedStages(Optional.of(start), Optional.empty());
  }

  private static List<StageId> ids(RoundsPruning method) {
    return trial(training(Engine.VECTOR, Optimizer.SGD), method).laterStages().stream()
        .map(StageSpec::id)
        .toList();
  }

  private static TrialSpec trial(TrainingSpec training, RoundsPruning method) {
    return SmallSpecs.trial(training, method);
  }

  private static TrialSpec retrained(TrialSpec trial) {
    return new TrialSpec(
        trial.dataset(),
        trial.network(),
        trial.training(),
        trial.method(),
        new RetrainingSpec(RetrainingMode.FREE, 0),
        List.of(),
        trial.seed());
  }

  private static TrialSpec keepingAll(RoundsPruning method) {
    TrialSpec plain = trial(training(Engine.VECTOR, Optimizer.SGD), method);
    return new TrialSpec(
        plain.dataset(),
        plain.network(),
        plain.training(),
        method,
        RetrainingSpec.NONE,
        List.of(Analysis.values()),
        List.of(KeptStage.ALL),
        plain.seed());
  }

  private static TrainingSpec training(Engine engine, Optimizer optimizer) {
    return new TrainingSpec(
        optimizer, optimizer == Optimizer.SGD ? 0.1 : 0.005, 32, 2, 0.98, engine);
  }

  private static RoundsPruning method(
      Schedule schedule, int rounds, double target, RoundStart start) {
    Selection selection =
        new Selection(
            ScoreSpec.MAGNITUDE,
            CounterSpec.STANDARD,
            ScoreBatches.STANDARD,
            new Layers(),
            schedule,
            Granularity.WEIGHTS,
            WithinLayer.SCORE,
            target);
    return new RoundsPruning(selection, rounds, start, start == RoundStart.EPOCH ? 1 : 0);
  }
}
