package prunesweep.driver.spark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;
import prunesweep.driver.plan.Planned;
import prunesweep.driver.plan.PlannedStage;
import prunesweep.driver.plan.PlannedTrial;
import prunesweep.driver.plan.StagePlan;
import prunesweep.trainer.spec.StageId;

/**
 * Queue of the jobs of a sweep: those that wait for no stage can run, in the order of the plan. It
 * also knows which stages are still needed.
 */
final class JobQueue {

  private final PriorityQueue<SweepJob> ready =
      new PriorityQueue<>(Comparator.comparingInt(job -> job.planned().position()));
  private final List<SweepJob> waiting = new ArrayList<>();
  private final Set<StageId> reached = new HashSet<>();
  private final Map<StageId, Integer> users = new HashMap<>();

  /** A queue of all {@code trials} and {@code stages}. */
  JobQueue(Collection<PlannedTrial> trials, StagePlan stages) {
    stages
        .stages()
        .forEach(stage -> waiting.add(new SweepJob(stage, stage.from(), Optional.empty())));
    trials.forEach(trial -> waiting.add(job(trial, stages)));
    free();
  }

  private static SweepJob job(PlannedTrial trial, StagePlan stages) {
    return new SweepJob(
        trial,
        Optional.ofNullable(stages.starts().get(trial.id())),
        Optional.ofNullable(stages.denses().get(trial.id())));
  }

  /** Moves the jobs that no longer wait for anything to those that can run. */
  private void free() {
    Predicate<SweepJob> isFree = job -> reached.containsAll(job.needs());
    waiting.stream().filter(isFree).forEach(ready::add);
    waiting.removeIf(isFree);
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
    users.put(stage, waitingFor(stage).size());
    free();
  }

  /** Lets every trial that waits for {@code stage} run without it; returns how many those are. */
  int failed(StageId stage) {
    Set<Planned> trials = new HashSet<>();
    doWithout(stage, trials);
    free();
    return trials.size();
  }

  /** Handles later stages first: a stage that fails with this one changes what waits. */
  private void doWithout(StageId stage, Set<Planned> trials) {
    for (SweepJob job : waitingFor(stage)) {
      if (job.planned() instanceof PlannedStage later) {
        waiting.remove(job);
        doWithout(later.id(), trials);
      }
    }
    for (SweepJob trial : waitingFor(stage)) {
      waiting.remove(trial);
      waiting.add(trial.without(stage));
      trials.add(trial.planned());
    }
  }

  private List<SweepJob> waitingFor(StageId stage) {
    return waiting.stream().filter(job -> job.needs().contains(stage)).toList();
  }

  /** Returns the stages that no job needs any more now that {@code job} has ended. */
  List<StageId> ended(SweepJob job) {
    return job.needs().stream().filter(stage -> users.merge(stage, -1, Integer::sum) == 0).toList();
  }
}
