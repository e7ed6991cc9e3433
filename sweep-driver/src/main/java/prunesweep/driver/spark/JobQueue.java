package prunesweep.driver.spark;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import prunesweep.driver.plan.PlannedStage;
import prunesweep.driver.plan.PlannedTrial;
import prunesweep.driver.plan.StagePlan;
import prunesweep.driver.plan.WorkId;
import prunesweep.trainer.spec.StageId;

/**
 * Queue of the jobs of a sweep: those that wait for no stage can run, in the order of the plan. It
 * also knows which stages are still needed.
 */
final class JobQueue {

  private final PriorityQueue<SweepJob> ready =
      new PriorityQueue<>(Comparator.comparingInt(job -> job.planned().position()));
  private final Map<StageId, Map<WorkId, SweepJob>> waiting = new HashMap<>();
  private final Set<StageId> reached = new HashSet<>();
  private final Map<StageId, Integer> users = new HashMap<>();

  /** A queue of all {@code trials} and {@code stages}. */
  JobQueue(Collection<PlannedTrial> trials, StagePlan stages) {
    stages.stages().forEach(stage -> add(new SweepJob(stage, stage.from(), Optional.empty())));
    trials.forEach(trial -> add(job(trial, stages)));
  }

  private static SweepJob job(PlannedTrial trial, StagePlan stages) {
    return new SweepJob(
        trial,
        Optional.ofNullable(stages.starts().get(trial.id())),
        Optional.ofNullable(stages.denses().get(trial.id())));
  }

  /** Adds {@code job} to those that can run, or to those that wait for each of its stages. */
  private void add(SweepJob job) {
    if (reached.containsAll(job.needs())) {
      ready.add(job);
    } else {
      job.needs().forEach(stage -> waitingFor(stage).put(job.planned().work(), job));
    }
  }

  /** The jobs that wait for {@code stage}, whatever else they wait for. */
  private Map<WorkId, SweepJob> waitingFor(StageId stage) {
    return waiting.computeIfAbsent(stage, id -> new LinkedHashMap<>());
  }

  /** Returns true when nothing can run now: all waiting jobs wait for a stage that runs. */
  boolean isEmpty() {
    return ready.isEmpty();
  }

  /** Takes the first job that can run. */
  SweepJob next() {
    return ready.remove();
  }

  /** Lets the jobs run that waited for {@code stage} alone. */
  void reached(StageId stage) {
    reached.add(stage);
    Collection<SweepJob> jobs = waitingFor(stage).values();
    users.put(stage, jobs.size());
    jobs.stream().filter(job -> reached.containsAll(job.needs())).forEach(ready::add);
    waiting.remove(stage);
  }

  /** Lets every trial that waits for {@code stage} run without it; returns how many those are. */
  int failed(StageId stage) {
    Set<WorkId> trials = new HashSet<>();
    doWithout(stage, trials);
    return trials.size();
  }

  /** Handles later stages first: a stage that fails with this one changes what waits. */
  private void doWithout(StageId stage, Set<WorkId> trials) {
    for (SweepJob job : List.copyOf(waitingFor(stage).values())) {
      if (job.planned() instanceof PlannedStage later) {
        doWithout(later.id(), trials);
      }
    }
    Map<WorkId, SweepJob> jobs = Objects.requireNonNull(waiting.remove(stage));
    for (SweepJob job : jobs.values()) {
      if (job.planned() instanceof PlannedTrial trial) {
        trials.add(trial.work());
        add(job.without(stage));
      }
    }
  }

  /** Returns the stages that no job needs any more now that {@code job} has ended. */
  List<StageId> ended(SweepJob job) {
    return job.needs().stream().filter(stage -> users.merge(stage, -1, Integer::sum) == 0).toList();
  }
}
