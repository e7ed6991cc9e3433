package prunesweep.driver.spark;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import prunesweep.driver.plan.StagePlan;
import prunesweep.driver.plan.StagePlanner;
import prunesweep.driver.plan.SweepPlan;
import prunesweep.driver.plan.WorkId;
import prunesweep.driver.progress.Counts;
import prunesweep.driver.progress.Ended;
import prunesweep.driver.progress.Spacing;
import prunesweep.driver.progress.StatusJson;
import prunesweep.driver.progress.SweepProgress;
import prunesweep.driver.progress.SweepStatus;
import prunesweep.driver.progress.Underway;
import prunesweep.trainer.checkpoint.Checkpoint;
import prunesweep.trainer.spec.StageId;
import prunesweep.trainer.spec.StageSpec;
import prunesweep.trainer.trial.TrialOutcome;

/**
 * A sweep by the real dispatcher on a simulated cluster: the queue of jobs, the reception of
 * messages, the supervision and the account of the run are those of every sweep; tasks, tables and
 * kept states are not, but the time that the driver takes for the latter is.
 */
final class SimulatedSweepRun implements TrialEvents, StateStore, StageStore {

  private static final Duration CHECKPOINT_EVERY = Duration.ofMinutes(1);
  private static final Duration STUCK_AFTER = Duration.ofMinutes(10);
  private static final int HEAPS = 10;

  private final SweepPlan plan;
  private final StagePlan stages;
  private final Costs costs;
  private final SimulatedClock clock = new SimulatedClock();
  private final SimulatedCluster cluster;
  private final SweepProgress progress;
  private final Map<WorkId, byte[]> states = new HashMap<>();
  private final Map<WorkId, Long> keptAt = new HashMap<>();
  private final List<TrialOutcome> outcomes = new ArrayList<>();
  private final List<Long> heaps = new ArrayList<>();
  private final Spacing spacing = new Spacing(Duration.ofSeconds(3));
  private long longestBetween;
  private long keptStates;
  private int most;
  private int longestStatus;

  /**
   * Time that the driver takes for what is not done in truth.
   *
   * @param commit of the rows of trials that ended together
   * @param state of one state that is kept
   */
  record Costs(Duration commit, Duration state) {}

  SimulatedSweepRun(SweepPlan plan, SimulatedCluster.Size size, SimulatedTasks tasks, Costs costs) {
    this.plan = plan;
    this.stages = StagePlanner.plan(plan, plan.trials(), Set.of());
    this.costs = costs;
    this.cluster = new SimulatedCluster(size, tasks, clock);
    Counts none = new Counts(plan.trials().size(), 0, 0, 0, 0);
    this.progress = new SweepProgress(plan, none, plan.trials(), stages, planned -> 1, clock);
  }

  /** Runs the sweep to its end. */
  void run() {
    Supervision supervision =
        new Supervision(Optional.of(CHECKPOINT_EVERY), Optional.of(STUCK_AFTER));
    clock.go();
    try (TrialDispatcher dispatcher =
        new TrialDispatcher(cluster, FailurePolicy.GO_ON, supervision, this, this, this, clock)) {
      dispatcher.run(plan.trials(), stages);
    } finally {
      clock.stop();
    }
  }

  /** The trials that have an outcome, each as often as it was told. */
  List<TrialOutcome> outcomes() {
    return outcomes;
  }

  /** The cluster it runs on. */
  SimulatedCluster cluster() {
    return cluster;
  }

  /** The states that are kept at the end. */
  Set<WorkId> states() {
    return states.keySet();
  }

  /** The figures on one line. */
  String figures() {
    return String.format(
        Locale.ROOT,
        "%d trials, %d stages, at most %d at once: %.0f s, of which the driver worked %.1f s"
            + " (%.3f ms a trial); a free slot waited %.0f ms, at most %.2f s; %d states kept, of"
            + " one trial at most %.1f s apart; the status has at most %d bytes; %d executors"
            + " lost; %d threads; heap after each tenth %s MB",
        plan.trials().size(),
        stages.stages().size(),
        most,
        clock.nanos() / 1e9,
        clock.worked() / 1e9,
        clock.worked() / 1e6 / plan.trials().size(),
        1000 * cluster.meanWait(),
        cluster.longestWait(),
        keptStates,
        longestBetween / 1e9,
        longestStatus,
        cluster.lost(),
        ManagementFactory.getThreadMXBean().getPeakThreadCount(),
        heaps);
  }

  @Override
  public void running(int trials, int stagesNow, int slots) {
    most = Math.max(most, trials + stagesNow);
    progress.submitted(trials, stagesNow, slots);
  }

  @Override
  public void progressed(List<Underway> underway) {
    progress.standsAt(underway);
    SweepStatus status = progress.status();
    if (spacing.passes(status)) {
      longestStatus = Math.max(longestStatus, StatusJson.of(status).length());
    }
  }

  @Override
  public void finished(List<TrialOutcome> ended) {
    clock.skip(costs.commit());
    progress.finished(ended);
    int before = outcomes.size();
    outcomes.addAll(ended);
    int tenth = Math.max(1, plan.trials().size() / HEAPS);
    if (before / tenth != outcomes.size() / tenth) {
      measureHeap();
    }
  }

  private void measureHeap() {
    clock.stop();
    System.gc();
    heaps.add(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
    clock.go();
  }

  @Override
  public void ended(Ended ended) {
    progress.ended(ended);
  }

  @Override
  public void stageFailed(StageId stage, String message, int trials) {
    progress.stageFailed(stage);
    cluster.stageFailed();
  }

  @Override
  public void inspect(WorkId work) {}

  @Override
  public Optional<byte[]> again(WorkId work) {
    keptAt.put(work, clock.nanos());
    return Optional.ofNullable(states.get(work));
  }

  @Override
  public void keep(WorkId work, byte[] state) {
    clock.skip(costs.state());
    states.put(work, state);
    Long before = keptAt.put(work, clock.nanos());
    if (before != null) {
      longestBetween = Math.max(longestBetween, clock.nanos() - before);
    }
    keptStates++;
  }

  @Override
  public void drop(WorkId work) {
    states.remove(work);
    keptAt.remove(work);
  }

  @Override
  public Optional<Checkpoint> find(StageSpec stage) {
    return Optional.empty();
  }

  @Override
  public void keep(Checkpoint checkpoint) {}

  @Override
  public void drop(StageId stage) {}
}
