package prunesweep.driver.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.driver.config.Conf;
import prunesweep.trainer.data.source.DatasetRequest;
import prunesweep.trainer.method.Method;
import prunesweep.trainer.method.ThresholdPruning;
import prunesweep.trainer.spec.EndOfTraining;
import prunesweep.trainer.spec.FirstThreshold;
import prunesweep.trainer.spec.StageId;

/** Which stages are run, and who goes on from which. */
class StagePlannerTest {

  /** Trials 1: dense; 2, 3: threshold 0.7; 4, 5: 0.8; 6: 0.9, which nobody shares with it. */
  private static final String THREE_THRESHOLDS =
      """
      grid = [
        { method = dense }
        { method = activation, scope = [global, local], first-threshold = 0.7 }
        { method = activation, scope = [global, local], first-threshold = 0.8 }
        { method = activation, first-threshold = 0.9 }
      ]
      """;

  @TempDir private Path directory;

  private SweepPlan sweep(String text, String... overrides) {
    return SweepPlanner.plan(Conf.of(directory, text, overrides), request -> "");
  }

  private static StagePlan all(SweepPlan sweep) {
    return StagePlanner.plan(sweep, sweep.trials(), Set.of());
  }

  /**
   * The twelve pruned while they train share the start; dense and magnitude, the whole training.
   */
  @Test
  void thePapersTrialsShareTheDenseTraining() {
    SweepPlan paper = SweepPlanner.plan(Conf.ready("paper"), request -> "");
    StagePlan plan = all(paper);
    assertThat(plan.stages()).hasSize(2);
    PlannedStage start = plan.stages().get(0);
    PlannedStage end = plan.stages().get(1);
    assertThat(start.id()).hasToString("767b0be48a86535c");
    assertThat(start.from()).isEmpty();
    assertThat(end.id()).hasToString("337e7673b3f37c47");
    assertThat(end.from()).contains(start.id());
    assertThat(plan.stages()).extracting(PlannedStage::position).containsExactly(1, 1);
    assertThat(plan.starts().values()).filteredOn(start.id()::equals).hasSize(12);
    assertThat(plan.starts().values()).filteredOn(end.id()::equals).hasSize(2);
    assertThat(plan.denses()).hasSize(13).containsValue(end.id());
    assertThat(StagePlanner.possible(paper)).isEqualTo(plan.ids());
  }

  @Test
  void aDenseNetworkIsTrainedApartForTwoWhoNeedIt() {
    SweepPlan two =
        sweep(
            """
            analyses = [pca]
            grid = [{ method = activation, first-threshold = 0.7, target = [0.5, 0.6] }]
            """);
    StagePlan plan = all(two);
    assertThat(plan.stages()).hasSize(2);
    StageId end = plan.stages().get(1).id();
    assertThat(plan.stages().get(1).spec().stop()).isEqualTo(new EndOfTraining());
    assertThat(plan.starts()).hasSize(2).doesNotContainValue(end);
    assertThat(plan.denses()).hasSize(2).containsValue(end);
    assertThat(pending(two, Set.of(), 2).stages()).isEmpty();
    assertThat(pending(two, Set.of(end), 2).denses()).containsOnlyKeys(two.trials().get(1).id());
  }

  @Test
  void whatPrunesATrainedNetworkGoesOnFromTheEnd() {
    SweepPlan sweep =
        sweep(
            """
            grid = [
              { method = magnitude }
              { method = one-shot, target = [0.5, 0.9] }
              { method = activation }
            ]
            """);
    StagePlan plan = all(sweep);
    assertThat(plan.stages()).hasSize(2);
    assertThat(plan.starts().values()).filteredOn(plan.stages().get(1).id()::equals).hasSize(3);
    assertThat(plan.denses()).isEmpty();
  }

  /** The last two trials share nothing of their own with each other, but the stage at 0.8. */
  @Test
  void higherThresholdsGoOnFromLowerOnesAndDenseFromTheLast() {
    SweepPlan sweep = sweep(THREE_THRESHOLDS);
    StagePlan plan = all(sweep);
    assertThat(thresholds(plan)).containsExactly(0.7, 0.8, 0.9);
    List<StageId> ids = plan.stages().stream().map(PlannedStage::id).toList();
    assertThat(plan.stages())
        .extracting(PlannedStage::from)
        .containsExactly(Optional.empty(), Optional.of(ids.get(0)), Optional.of(ids.get(1)));
    assertThat(plan.stages()).extracting(PlannedStage::position).containsExactly(1, 1, 1);
    assertThat(startsOf(sweep, plan)).containsExactly(0.9, 0.7, 0.7, 0.8, 0.8, 0.9);
  }

  /** Each of many thresholds is shared by the trial of either scope. */
  @Test
  void manyThresholdsAreOneChain() {
    List<Double> many =
        IntStream.rangeClosed(1, 900).mapToObj(thousandth -> thousandth / 1000.0).toList();
    SweepPlan sweep =
        sweep(
            "grid = [{ method = activation, scope = [global, local], first-threshold = %s }]"
                .formatted(many));
    StagePlan plan = all(sweep);
    assertThat(thresholds(plan)).containsExactlyElementsOf(many);
    assertThat(plan.starts()).hasSize(1800);
    assertThat(startsOf(sweep, plan).subList(0, 900)).containsExactlyElementsOf(many);
    assertThat(plan.stages()).extracting(PlannedStage::position).startsWith(1, 2, 3);
    assertThat(plan.stages().get(899).from()).contains(plan.stages().get(898).id());
  }

  @Test
  void aStageForOneTrialAloneIsNotRun() {
    SweepPlan sweep = sweep(THREE_THRESHOLDS);
    StagePlan plan = pending(sweep, Set.of(), 3, 4, 6);
    assertThat(thresholds(plan)).containsExactly(0.7, 0.8);
    assertThat(startsOf(sweep, plan)).containsExactly(0.0, 0.0, 0.7, 0.8, 0.0, 0.8);
    assertThat(plan.stages()).extracting(PlannedStage::position).containsExactly(3, 4);
  }

  @Test
  void whereNobodyGoesHisOwnWayNoStageEnds() {
    SweepPlan sweep = sweep(THREE_THRESHOLDS);
    assertThat(thresholds(pending(sweep, Set.of(), 1, 6))).containsExactly(0.9);
    assertThat(thresholds(pending(sweep, Set.of(), 4, 5))).containsExactly(0.8);
  }

  @Test
  void oneTrialAloneSharesNothing() {
    SweepPlan sweep = sweep(THREE_THRESHOLDS);
    for (int trial = 1; trial <= 6; trial++) {
      StagePlan plan = pending(sweep, Set.of(), trial);
      assertThat(plan.stages()).isEmpty();
      assertThat(plan.starts()).isEmpty();
    }
    assertThat(all(sweep("grid = [{ method = dense }]")).stages()).isEmpty();
  }

  @Test
  void aKeptStageIsUsedByOneTrialAlone() {
    SweepPlan sweep = sweep(THREE_THRESHOLDS);
    StageId kept = all(sweep).stages().get(1).id();
    StagePlan plan = pending(sweep, Set.of(kept), 6);
    assertThat(plan.ids()).containsExactly(kept);
    assertThat(startsOf(sweep, plan)).containsExactly(0.0, 0.0, 0.0, 0.0, 0.0, 0.8);
  }

  /** What goes on from the kept stage at 0.8 needs none at 0.7; one trial there runs alone. */
  @Test
  void aKeptStageNeedsNoStageBeforeIt() {
    SweepPlan sweep = sweep(THREE_THRESHOLDS);
    StageId kept = all(sweep).stages().get(1).id();
    assertThat(thresholds(pending(sweep, Set.of(kept), 2, 4, 5))).containsExactly(0.8);
    StagePlan plan = pending(sweep, Set.of(kept), 1, 2, 3, 4, 6);
    assertThat(thresholds(plan)).containsExactly(0.7, 0.8, 0.9);
    assertThat(plan.stages().get(1).from()).isEmpty();
    assertThat(plan.stages().get(2).from()).contains(kept);
  }

  @Test
  void aKeptStageThatNobodyNeedsIsLeftOut() {
    SweepPlan sweep = sweep(THREE_THRESHOLDS);
    StageId kept = all(sweep).stages().get(2).id();
    assertThat(pending(sweep, Set.of(kept), 2, 3).ids()).doesNotContain(kept);
  }

  /** Ids follow from the whole plan: what is done by and by changes none. */
  @Test
  void theIdsStayWhileTrialsAreDone() {
    SweepPlan sweep =
        sweep(
            """
            grid = [{ method = activation, counter-source = [train, held-out], cycles = [2, 3] }]
            """);
    StageId whole = all(sweep).stages().get(0).id();
    StagePlan rest = pending(sweep, Set.of(whole), 4);
    assertThat(rest.ids()).containsExactly(whole);
    assertThat(rest.stages().get(0).spec().stop().counters())
        .extracting(counter -> counter.label())
        .containsExactly("active:held-out:32", "active:train:32");
  }

  /** Scope local counts when it prunes, not before. */
  @Test
  void onlyWhatIsAddedUpIsCounted() {
    SweepPlan sweep =
        sweep("grid = [{ method = activation, scope = local, counter = [active, inactive] }]");
    assertThat(all(sweep).stages()).hasSize(1);
    assertThat(all(sweep).stages().get(0).spec().stop().counters()).isEmpty();
  }

  @Test
  void otherTrainingsShareNothing() {
    assertThat(
            all(sweep(
                    """
                    sweep.seeds = [0, 1]
                    grid = [
                      { method = activation, training.learning-rate = [0.1, 0.2] }
                      { method = activation, training.engine = dl4j }
                      { method = activation, network.bias = false }
                      { method = activation, dataset.name = mnist }
                    ]
                    """))
                .stages())
        .isEmpty();
  }

  @Test
  void eachSeedHasItsOwnStages() {
    SweepPlan sweep = sweep(THREE_THRESHOLDS, "sweep.seeds=[0,1,2]", "dataset.dir=/d");
    StagePlan plan = all(sweep);
    assertThat(plan.stages()).hasSize(9);
    assertThat(plan.starts()).hasSize(18);
    assertThat(plan.stages())
        .extracting(PlannedStage::position)
        .containsExactly(1, 1, 1, 7, 7, 7, 13, 13, 13);
    DatasetRequest asked = DatasetRequest.known("fashion-mnist", Optional.of(Path.of("/d")));
    assertThat(plan.stages()).allMatch(stage -> stage.request().equals(asked));
    assertThat(StagePlanner.possible(sweep)).containsAll(plan.ids()).hasSize(12);
  }

  @Test
  void sharesNothingWhenToldSo() {
    SweepPlan sweep = sweep(THREE_THRESHOLDS, "sweep.share-stages=false");
    assertThat(all(sweep).stages()).isEmpty();
    assertThat(all(sweep).starts()).isEmpty();
    assertThat(StagePlanner.possible(sweep)).hasSize(4);
  }

  /** Rounds 1 to 3 are those of all; 4 and 5 of two; 2 with a random mask are nobody else's. */
  private static final String ROUNDS =
      """
      rounds { schedule = share-of-left, scope = layers, round-start = initial }
      grid = [
        { method = dense }
        { method = rounds, rounds = 3, target = 0.488 }
        { method = rounds, rounds = 5, target = 0.67232 }
        { method = rounds, rounds = 8, target = 0.8 }
        { method = rounds, rounds = 2, target = 0.36, within-layer = random }
      ]
      """;

  @Test
  void equalRoundsAreOneChainAfterTheDenseTraining() {
    SweepPlan sweep = sweep(ROUNDS);
    StagePlan plan = all(sweep);

    assertThat(stops(plan.stages())).containsExactly("end-of-training", "round-3", "round-5");
    List<StageId> ids = plan.stages().stream().map(PlannedStage::id).toList();
    assertThat(plan.stages())
        .extracting(PlannedStage::from)
        .containsExactly(Optional.empty(), Optional.of(ids.get(0)), Optional.of(ids.get(1)));
    assertThat(sweep.trials())
        .extracting(trial -> plan.starts().get(trial.id()))
        .containsExactly(ids.get(0), ids.get(1), ids.get(2), ids.get(2), ids.get(0));
    assertThat(plan.stages()).extracting(PlannedStage::position).containsExactly(1, 2, 3);
    assertThat(sweep.trials().subList(1, 4))
        .allSatisfy(trial -> assertThat(plan.ids()).contains(plan.starts().get(trial.id())))
        .allMatch(trial -> trial.spec().startsWith(plan.stages().get(1).spec()));
    assertThat(StagePlanner.possible(sweep)).containsAll(plan.ids()).hasSize(6);
  }

  /** With nobody else to train it for, the dense training is no stage before the rounds. */
  @Test
  void roundsOfTwoTrialsAreOneStageFromTheStart() {
    SweepPlan sweep = sweep(ROUNDS);
    StagePlan plan = pending(sweep, Set.of(), 3, 4);

    assertThat(stops(plan.stages())).containsExactly("round-5");
    assertThat(plan.stages().get(0).from()).isEmpty();
    assertThat(plan.starts()).hasSize(2);
    assertThat(pending(sweep, Set.of(), 3).stages()).isEmpty();
    assertThat(stops(pending(sweep, Set.of(), 1, 3).stages())).containsExactly("end-of-training");
  }

  @Test
  void keptRoundsAreUsedByOneTrialAloneAndByLaterRounds() {
    SweepPlan sweep = sweep(ROUNDS);
    StageId third = all(sweep).stages().get(1).id();
    StagePlan one = pending(sweep, Set.of(third), 4);
    assertThat(one.ids()).containsExactly(third);
    assertThat(one.stages().get(0).from()).isEmpty();
    assertThat(one.starts()).containsValue(third);

    StagePlan two = pending(sweep, Set.of(third), 1, 3, 4);
    assertThat(stops(two.stages())).containsExactly("round-3", "round-5");
    assertThat(two.stages().get(1).from()).contains(third);
    assertThat(two.starts()).hasSize(2).doesNotContainValue(third);
  }

  private static List<String> stops(List<PlannedStage> stages) {
    return stages.stream().map(stage -> stage.spec().canonicalText().lines().get("stop")).toList();
  }

  /** The plan when only the trials at these positions are to run. */
  private static StagePlan pending(SweepPlan sweep, Set<StageId> kept, int... positions) {
    Predicate<PlannedTrial> isPending =
        trial -> Arrays.stream(positions).anyMatch(position -> position == trial.position());
    return StagePlanner.plan(sweep, sweep.trials().stream().filter(isPending).toList(), kept);
  }

  private static List<Double> thresholds(StagePlan plan) {
    return plan.stages().stream().map(StagePlannerTest::threshold).toList();
  }

  private static double threshold(PlannedStage stage) {
    return ((FirstThreshold) stage.spec().stop()).threshold();
  }

  /** Where each trial starts: the threshold of its stage, or 0. */
  private static List<Double> startsOf(SweepPlan sweep, StagePlan plan) {
    return sweep.trials().stream().map(trial -> startOf(trial, plan)).toList();
  }

  private static double startOf(PlannedTrial trial, StagePlan plan) {
    return plan.stages().stream()
        .filter(stage -> stage.id().equals(plan.starts().get(trial.id())))
        .mapToDouble(stage -> requireFit(stage, trial))
        .findFirst()
        .orElse(0);
  }

  private static double requireFit(PlannedStage stage, PlannedTrial trial) {
    assertThat(trial.spec().startsWith(stage.spec())).isTrue();
    Method method = trial.spec().method();
    if (method instanceof ThresholdPruning pruning) {
      assertThat(threshold(stage)).isLessThanOrEqualTo(pruning.firstThreshold());
    }
    return threshold(stage);
  }
}
