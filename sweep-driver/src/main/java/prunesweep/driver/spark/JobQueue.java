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
 * Says what can run now: what waits for no stage, in the order of the plan. It also knows which
 * stages are still needed.
 */
final class Agenda {

  private final PriorityQueue<Work> ready =
      new PriorityQueue<>(Comparator.comparingInt(work -> work.planned().position()));
  private final List<Work> waiting = new ArrayList<>();
  private final Set<StageId> reached = new HashSet<>();
  private final Map<StageId, Integer> users = new HashMap<>();

  /** All of {@code trials} and {@code stages}. */
  Agenda(Collection<PlannedTrial> trials, StagePlan stages) {
    stages.stages().forEach(stage -> waiting.add(new Work(stage, stage.from(), Optional.empty())));
    trials.forEach(trial -> waiting.add(work(trial, stages)));
    free();
  }

  private static Work work(PlannedTrial trial, StagePlan stages) {
    return new Work(
        trial,
        Optional.ofNullable(stages.starts().get(trial.id())),
        Optional.ofNullable(stages.denses().get(trial.id())));
  }

  /** What waits for nothing any more can run. */
  private void free() {
    Predicate<Work> isFree = work -> reached.containsAll(work.needs());
    waiting.stream().filter(isFree).forEach(ready::add);
    waiting.removeIf(isFree);
  }

  /** Whether nothing can run now; what waits does so for a stage that is running. */
  boolean isEmpty() {
    return ready.isEmpty();
  }

  /** Takes the first of what can run now. */
  Work next() {
    return ready.remove();
  }

  /** What waits for {@code stage} alone can run now. */
  void reached(StageId stage) {
    reached.add(stage);
    users.put(stage, waitingFor(stage).size());
    free();
  }

  /** Every trial that waits for {@code stage} does without it; returns how many they are. */
  int failed(StageId stage) {
    Set<Planned> trials = new HashSet<>();
    doWithout(stage, trials);
    free();
    return trials.size();
  }

  /** A later stage's failure changes what waits: it comes first. */
  private void doWithout(StageId stage, Set<Planned> trials) {
    for (Work work : waitingFor(stage)) {
      if (work.planned() instanceof PlannedStage later) {
        waiting.remove(work);
        doWithout(later.id(), trials);
      }
    }
    for (Work trial : waitingFor(stage)) {
      waiting.remove(trial);
      waiting.add(trial.without(stage));
      trials.add(trial.planned());
    }
  }

  private List<Work> waitingFor(StageId stage) {
    return waiting.stream().filter(work -> work.needs().contains(stage)).toList();
  }

  /** The stages that nobody needs any more now that {@code work} has ended. */
  List<StageId> ended(Work work) {
    return work.needs().stream()
        .filter(stage -> users.merge(stage, -1, Integer::sum) == 0)
        .toList();
  }
}
