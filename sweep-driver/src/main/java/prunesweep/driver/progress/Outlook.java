package prunesweep.driver.progress;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import prunesweep.driver.plan.WorkId;

/**
 * Outlook on the work ahead: goes through it as the dispatcher will, each piece in the first slot
 * that is free when the stages it needs have ended.
 */
final class Outlook {

  private final PriorityQueue<Ahead> ready =
      new PriorityQueue<>(Comparator.comparingInt(ahead -> ahead.work().position()));
  private final PriorityQueue<Busy> busy =
      new PriorityQueue<>(Comparator.comparingDouble(Busy::until));
  private final Map<WorkId, List<Ahead>> waiting = new HashMap<>();
  private final Map<WorkId, Integer> needed = new HashMap<>();
  private double now;

  /**
   * A piece of work that has not ended.
   *
   * @param work the piece
   * @param seconds what is left of it
   * @param isRunning whether it has a slot
   */
  record Ahead(Work work, double seconds, boolean isRunning) {}

  /** A slot that is taken until so many seconds from now. */
  private record Busy(WorkId work, double until) {}

  private Outlook() {}

  /**
   * Seconds until all of {@code ahead} has ended.
   *
   * @param slots how many run at once, from 1
   */
  static double seconds(Collection<Ahead> ahead, int slots) {
    Outlook outlook = new Outlook();
    outlook.queue(ahead);
    while (!outlook.ready.isEmpty() || !outlook.busy.isEmpty()) {
      while (outlook.busy.size() < slots && !outlook.ready.isEmpty()) {
        outlook.start(outlook.ready.remove());
      }
      outlook.end();
    }
    return outlook.now;
  }

  private void queue(Collection<Ahead> all) {
    Set<WorkId> notEnded = all.stream().map(one -> one.work().id()).collect(Collectors.toSet());
    for (Ahead one : all) {
      List<WorkId> needs = one.work().needs().stream().filter(notEnded::contains).toList();
      if (one.isRunning()) {
        start(one);
      } else if (needs.isEmpty()) {
        ready.add(one);
      } else {
        needed.put(one.work().id(), needs.size());
        needs.forEach(need -> waiting.computeIfAbsent(need, id -> new ArrayList<>()).add(one));
      }
    }
  }

  private void start(Ahead one) {
    busy.add(new Busy(one.work().id(), now + one.seconds()));
  }

  private void end() {
    Busy first = busy.remove();
    now = first.until();
    for (Ahead one : waiting.getOrDefault(first.work(), List.of())) {
      if (needed.merge(one.work().id(), -1, Integer::sum) == 0) {
        ready.add(one);
      }
    }
  }
}
