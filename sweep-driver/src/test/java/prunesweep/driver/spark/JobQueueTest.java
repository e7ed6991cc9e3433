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
class JobQueueTest {

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
  private JobQueue queue = new JobQueue(List.of(), new StagePlan(List.of(), Map.of(), Map.of()));

  @BeforeEach
  void plan() {
    plan(SEVEN);
  }

  private void plan(String grid) {
    SweepPlan sweep = SweepPlanner.plan(Conf.of(directory, grid), request -> "");
    StagePlan stages = StagePlanner.plan(sweep, sweep.trials(), Set.of());
    low = stages.stages().get(0).id();
    high = stages.stages().get(1).id();
    queue = new JobQueue(sweep.trials(), stages);
  }

  @Test
  void whatWaitsForNothingGoesInTheOrderOfThePlan() {
    assertThat(takeAll()).containsExactly("stage low", "trial 6", "trial 7");
    assertThat(queue.isEmpty()).isTrue();
  }

  @Test
  void whatWaitsGoesWhenItsStageIsReached() {
    takeAll();
    queue.reached(low);
    assertThat(takeAll())
        .containsExactly("stage high from low", "trial 2 from low", "trial 3 from low");
    queue.reached(high);
    assertThat(takeAll())
        .containsExactly("trial 1 from high", "trial 4 from high", "trial 5 from high");
  }

  @Test
  void aReachedStageGoesBeforeWhatComesLaterInThePlan() {
    SweepJob stage = queue.next();
    SweepJob sixth = queue.next();
    assertThat(List.of(name(stage), name(sixth))).containsExactly("stage low", "trial 6");
    queue.reached(low);
    assertThat(takeAll().get(0)).isEqualTo("stage high from low");
  }

  @Test
  void behindAFailedStageEveryTrialRunsAlone() {
    takeAll();
    assertThat(queue.failed(low)).isEqualTo(5);
    assertThat(takeAll()).containsExactly("trial 1", "trial 2", "trial 3", "trial 4", "trial 5");
  }

  @Test
  void beforeAFailedStageNothingChanges() {
    takeAll();
    queue.reached(low);
    List<SweepJob> fromLow = take();
    assertThat(queue.failed(high)).isEqualTo(3);
    assertThat(takeAll()).containsExactly("trial 1", "trial 4", "trial 5");
    assertThat(fromLow.stream().flatMap(work -> queue.ended(work).stream())).containsExactly(low);
  }

  @Test
  void aStageIsNeededUntilTheLastThatGoesOnFromItHasEnded() {
    List<SweepJob> free = take();
    queue.reached(low);
    List<SweepJob> fromLow = take();
    queue.reached(high);
    List<SweepJob> fromHigh = take();
    assertThat(free).allSatisfy(work -> assertThat(queue.ended(work)).isEmpty());
    assertThat(queue.ended(fromLow.get(2))).isEmpty();
    assertThat(queue.ended(fromLow.get(0))).isEmpty();
    assertThat(queue.ended(fromHigh.get(0))).isEmpty();
    assertThat(queue.ended(fromLow.get(1))).contains(low);
    assertThat(queue.ended(fromHigh.get(1))).isEmpty();
    assertThat(queue.ended(fromHigh.get(2))).contains(high);
  }

  /** Trials 2 and 3 start low and are compared with the network at the end, as trial 1 is. */
  @Test
  void aTrialWaitsForTheNetworkItIsComparedWithToo() {
    planCompared();
    assertThat(takeAll()).containsExactly("stage low");
    queue.reached(low);
    List<SweepJob> end = take();
    assertThat(end).extracting(this::name).containsExactly("stage high from low");
    queue.reached(high);
    List<SweepJob> trials = take();
    assertThat(trials)
        .extracting(this::name)
        .containsExactly("trial 1 from high", "trial 2 from low", "trial 3 from low");
    assertThat(queue.ended(end.get(0))).isEmpty();
    assertThat(queue.ended(trials.get(0))).isEmpty();
    assertThat(queue.ended(trials.get(1))).isEmpty();
    assertThat(queue.ended(trials.get(2))).containsExactlyInAnyOrder(low, high);
  }

  @Test
  void withoutTheNetworkItIsComparedWithATrialKeepsItsStart() {
    planCompared();
    takeAll();
    queue.reached(low);
    takeAll();
    assertThat(queue.failed(high)).isEqualTo(3);
    assertThat(take())
        .allSatisfy(work -> assertThat(work.dense()).isEmpty())
        .extracting(this::name)
        .containsExactly("trial 1", "trial 2 from low", "trial 3 from low");
  }

  @Test
  void withoutItsStartATrialWhoseComparisonIsLostTooIsCountedOnce() {
    planCompared();
    takeAll();
    assertThat(queue.failed(low)).isEqualTo(3);
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

  private List<SweepJob> take() {
    List<SweepJob> taken = new ArrayList<>();
    while (!queue.isEmpty()) {
      taken.add(queue.next());
    }
    return taken;
  }

  private List<String> takeAll() {
    return take().stream().map(this::name).toList();
  }

  private String name(SweepJob work) {
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
