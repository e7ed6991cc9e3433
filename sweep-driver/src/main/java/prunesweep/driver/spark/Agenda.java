package prunesweep.driver.spark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
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
  private final Map<StageId, List<Work>> waiting = new HashMap<>();
  private final Map<StageId, Integer> users = new HashMap<>();

  /** All of {@code trials} and {@code stages}. */
  Agenda(Collection<PlannedTrial> trials, StagePlan stages) {
    stages.stages().forEach(stage -> add(new Work(stage, stage.from())));
    trials.forEach(
        trial -> add(new Work(trial, Optional.ofNullable(stages.starts().get(trial.id())))));
  }

  private void add(Work work) {
    work.start().map(this::waitingFor).orElse(ready).add(work);
  }

  private Collection<Work> waitingFor(StageId stage) {
    return waiting.computeIfAbsent(stage, id -> new ArrayList<>());
  }

  /** Whether nothing can run now; what waits does so for a stage that is running. */
  boolean isEmpty() {
    return ready.isEmpty();
  }

  /** Takes the first of what can run now. */
  Work next() {
    return ready.remove();
  }

  /** What waits for {@code stage} can run now. */
  void reached(StageId stage) {
    List<Work> freed = takeWaiting(stage);
    users.put(stage, freed.size());
    ready.addAll(freed);
  }

  /** Every trial behind {@code stage} can run now, from its start; returns how many they are. */
  int failed(StageId stage) {
    int trials = 0;
    for (Work work : takeWaiting(stage)) {
      if (work.planned() instanceof PlannedStage later) {
        trials += failed(later.id());
      } else {
        ready.add(new Work(work.planned(), Optional.empty()));
        trials++;
      }
    }
    return trials;
  }

  private List<Work> takeWaiting(StageId stage) {
    return Optional.ofNullable(waiting.remove(stage)).orElse(List.of());
  }

  /** The stage that nobody needs any more now that {@code work} has ended, if there is one. */
  Optional<StageId> ended(Work work) {
    return work.start().filter(stage -> users.merge(stage, -1, Integer::sum) == 0);
  }
}
