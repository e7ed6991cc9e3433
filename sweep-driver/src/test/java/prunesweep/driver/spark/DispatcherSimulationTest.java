package prunesweep.driver.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.driver.config.Conf;
import prunesweep.driver.plan.PlannedTrial;
import prunesweep.driver.plan.SweepPlan;
import prunesweep.driver.plan.SweepPlanner;
import prunesweep.trainer.spec.TrialId;
import prunesweep.trainer.trial.TrialOutcome;

/**
 * A sweep of ten trials a seed on a simulated cluster. With {@code -Dprunesweep.simulation.seeds},
 * and {@code .executors} of four slots each, it is larger and prints its figures (docs/scale.md).
 */
class DispatcherSimulationTest {

  private static final String TEN_A_SEED =
      """
      grid = [
        { method = dense }
        { method = activation, first-threshold = [0.7, 0.8], target = [0.5, 0.6, 0.7, 0.8] }
        { method = dense, training.batch-size = 64 }
      ]
      """;

  private static final String PREFIX = "prunesweep.simulation.";
  private static final int LOSS_MILLIS = 60_000;
  private static final int SEEDS = 40;
  private static final int EXECUTORS = 10;
  private static final int SLOTS = 4;

  @TempDir private Path directory;

  private static int asked(String name, int otherwise) {
    return Integer.getInteger(PREFIX + name, otherwise);
  }

  private SweepPlan plan() {
    String seeds =
        IntStream.range(0, asked("seeds", SEEDS))
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", ", "sweep.seeds = [", "]\n"));
    return SweepPlanner.plan(Conf.of(directory, seeds + TEN_A_SEED), request -> "");
  }

  private static Duration millis(String name, int otherwise) {
    return Duration.ofMillis(asked(name + "-millis", otherwise));
  }

  private SimulatedSweepRun simulated(SweepPlan plan, SimulatedTasks tasks) {
    int executors = asked("executors", EXECUTORS);
    SimulatedCluster.Size size =
        new SimulatedCluster.Size(executors, SLOTS, millis("loss", LOSS_MILLIS));
    SimulatedSweepRun run =
        new SimulatedSweepRun(
            plan,
            size,
            tasks,
            new SimulatedSweepRun.Costs(millis("commit", 85), millis("state", 5)));
    run.run();
    if (Integer.getInteger(PREFIX + "seeds") != null) {
      System.out.println(run.figures());
    }
    return run;
  }

  @Test
  void everyTrialHasOneOutcomeWhateverDies() {
    SweepPlan plan = plan();
    SimulatedTasks tasks = new SimulatedTasks(asked("seed", 7), asked("unsound", 200));
    SimulatedSweepRun run = simulated(plan, tasks);

    Map<TrialId, PlannedTrial> planned =
        plan.trials().stream().collect(Collectors.toMap(PlannedTrial::id, Function.identity()));
    assertThat(run.outcomes()).hasSameSizeAs(planned.keySet());
    assertThat(
            run.outcomes().stream().map(outcome -> outcome.spec().id()).collect(Collectors.toSet()))
        .isEqualTo(planned.keySet());
    Set<PlannedTrial> failed =
        run.outcomes().stream()
            .filter(TrialOutcome.Failed.class::isInstance)
            .map(outcome -> planned.get(outcome.spec().id()))
            .collect(Collectors.toSet());
    assertThat(plan.trials())
        .filteredOn(trial -> tasks.hangs(trial) || tasks.isDeadly(trial))
        .isNotEmpty()
        .allMatch(failed::contains);
    assertThat(failed)
        .allMatch(trial -> tasks.hangs(trial) || run.cluster().losses(trial.work()) >= 2);
    assertThat(run.states()).isEmpty();
  }
}
