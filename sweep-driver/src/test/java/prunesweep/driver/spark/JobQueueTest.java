package prunesweep.driver.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.driver.config.Conf;
import prunesweep.driver.plan.PlannedStage;
import prunesweep.driver.plan.PlannedTrial;
import prunesweep.driver.plan.StagePlan;
import prunesweep.driver.plan.StagePlanner;
import prunesweep.driver.plan.SweepPlan;
import prunesweep.driver.plan.SweepPlanner;
import prunesweep.trainer.spec.StageId;

/**
 * Seven trials: dense at 1, two thresholds with two trials each at 2 to 5, and two trials at 6 and
 * 7 that share nothing.
 */
class AgendaTest {

  private static final String SEVEN =
      """
      grid = [
        { method = dense }
        { method = activation, first-threshold = 0.7, target = [0.5, 0.6] }
        { method = activation, first-threshold = 0.8, target = [0.5, 0.6] }
        { method = dense, training.batch-size = [1, 2] }
      ]
      """;

  @TempDir private Path directory;
  private StageId low = new StageId("0".repeat(16));
  private StageId high = low;
  private Agenda agenda = new Agenda(List.of(), new StagePlan(List.of(), Map.of(), Map.of()));

  @BeforeEach
  void plan() {
    plan(SEVEN);
  }

  private void plan(String grid) {
    SweepPlan sweep = SweepPlanner.plan(Conf.of(directory, grid), request -> "");
    StagePlan stages = StagePlanner.plan(sweep, sweep.trials(), Set.of());
    low = stages.stages().get(0).id();
    high = stages.stages().get(1).id();
    agenda = new Agenda(sweep.trials(), stages);
  }

  @Test
  void whatWaitsForNothingGoesInTheOrderOfThePlan() {
    assertThat(takeAll()).containsExactly("stage low", "trial 6", "trial 7");
    assertThat(agenda.isEmpty()).isTrue();
  }

  @Test
  void whatWaitsGoesWhenItsStageIsReached() {
    takeAll();
    agenda.reached(low);
    assertThat(takeAll())
        .containsExactly("stage high from low", "trial 2 from low", "trial 3 from low");
    agenda.reached(high);
    assertThat(takeAll())
        .containsExactly("trial 1 from high", "trial 4 from high", "trial 5 from high");
  }

  @Test
  void aReachedStageGoesBeforeWhatComesLaterInThePlan() {
    Work stage = agenda.next();
    Work sixth = agenda.next();
    assertThat(List.of(name(stage), name(sixth))).containsExactly("stage low", "trial 6");
    agenda.reached(low);
    assertThat(takeAll().get(0)).isEqualTo("stage high from low");
  }

  @Test
  void behindAFailedStageEveryTrialRunsAlone() {
    takeAll();
    assertThat(agenda.failed(low)).isEqualTo(5);
    assertThat(takeAll()).containsExactly("trial 1", "trial 2", "trial 3", "trial 4", "trial 5");
  }

  @Test
  void beforeAFailedStageNothingChanges() {
    takeAll();
    agenda.reached(low);
    List<Work> fromLow = take();
    assertThat(agenda.failed(high)).isEqualTo(3);
    assertThat(takeAll()).containsExactly("trial 1", "trial 4", "trial 5");
    assertThat(fromLow.stream().flatMap(work -> agenda.ended(work).stream())).containsExactly(low);
  }

  @Test
  void aStageIsNeededUntilTheLastThatGoesOnFromItHasEnded() {
    List<Work> free = take();
    agenda.reached(low);
    List<Work> fromLow = take();
    agenda.reached(high);
    List<Work> fromHigh = take();
    assertThat(free).allSatisfy(work -> assertThat(agenda.ended(work)).isEmpty());
    assertThat(agenda.ended(fromLow.get(2))).isEmpty();
    assertThat(agenda.ended(fromLow.get(0))).isEmpty();
    assertThat(agenda.ended(fromHigh.get(0))).isEmpty();
    assertThat(agenda.ended(fromLow.get(1))).contains(low);
    assertThat(agenda.ended(fromHigh.get(1))).isEmpty();
    assertThat(agenda.ended(fromHigh.get(2))).contains(high);
  }

  /** Trials 2 and 3 start low and are compared with the network at the end, as trial 1 is. */
  @Test
  void aTrialWaitsForTheNetworkItIsComparedWithToo() {
    planCompared();
    assertThat(takeAll()).containsExactly("stage low");
    agenda.reached(low);
    List<Work> end = take();
    assertThat(end).extracting(this::name).containsExactly("stage high from low");
    agenda.reached(high);
    List<Work> trials = take();
    assertThat(trials)
        .extracting(this::name)
        .containsExactly("trial 1 from high", "trial 2 from low", "trial 3 from low");
    assertThat(agenda.ended(end.get(0))).isEmpty();
    assertThat(agenda.ended(trials.get(0))).isEmpty();
    assertThat(agenda.ended(trials.get(1))).isEmpty();
    assertThat(agenda.ended(trials.get(2))).containsExactlyInAnyOrder(low, high);
  }

  @Test
  void withoutTheNetworkItIsComparedWithATrialKeepsItsStart() {
    planCompared();
    takeAll();
    agenda.reached(low);
    takeAll();
    assertThat(agenda.failed(high)).isEqualTo(3);
    assertThat(take())
        .allSatisfy(work -> assertThat(work.dense()).isEmpty())
        .extracting(this::name)
        .containsExactly("trial 1", "trial 2 from low", "trial 3 from low");
  }

  @Test
  void withoutItsStartATrialWhoseComparisonIsLostTooIsCountedOnce() {
    planCompared();
    takeAll();
    assertThat(agenda.failed(low)).isEqualTo(3);
    assertThat(take())
        .allSatisfy(work -> assertThat(work.needs()).isEmpty())
        .extracting(this::name)
        .containsExactly("trial 1", "trial 2", "trial 3");
  }

  private void planCompared() {
    plan(
        """
        analyses = [pca]
        grid = [
          { method = dense }
          { method = activation, first-threshold = 0.7, target = [0.5, 0.6] }
        ]
        """);
  }

  private List<Work> take() {
    List<Work> taken = new ArrayList<>();
    while (!agenda.isEmpty()) {
      taken.add(agenda.next());
    }
    return taken;
  }

  private List<String> takeAll() {
    return take().stream().map(this::name).toList();
  }

  private String name(Work work) {
    String start = work.start().map(stage -> " from " + name(stage)).orElse("");
    if (work.planned() instanceof PlannedStage stage) {
      return "stage " + name(stage.id()) + start;
    }
    return "trial " + ((PlannedTrial) work.planned()).position() + start;
  }

  private String name(StageId stage) {
    return stage.equals(low) ? "low" : "high";
  }
}
