package prunesweep.driver.spark;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import prunesweep.driver.plan.Planned;
import prunesweep.driver.plan.WorkId;
import prunesweep.driver.progress.Underway;
import prunesweep.trainer.checkpoint.Standing;

/**
 * The driver's knowledge of what runs where, and the states that wait to be kept: of each trial or
 * stage the last one, so that a slow store makes them fewer and never many. May be used by any
 * thread.
 */
final class Reception {

  /** The answer to a task that has nothing to go on from. */
  static final byte[] NO_STATE = {};

  private final Function<WorkId, Optional<byte[]>> kept;
  private final Clock clock;
  private final Map<WorkId, Planned> expected = new HashMap<>();
  private final Map<WorkId, Underway> underway = new HashMap<>();
  private final Map<WorkId, byte[]> left = new LinkedHashMap<>();

  /** A state that a task left. */
  @SuppressWarnings("ArrayRecordComponent") // Written once, read once.
  record Left(WorkId work, byte[] state) {}

  /**
   * A reception of nobody yet.
   *
   * @param kept the state that is kept of a trial or stage
   */
  Reception(Function<WorkId, Optional<byte[]>> kept, Clock clock) {
    this.kept = kept;
    this.clock = clock;
  }

  /** Hears of {@code planned} from now on. */
  synchronized void expect(Planned planned) {
    expected.put(planned.work(), planned);
  }

  /** Hears no more of it: what comes late is of an executor that was given up. */
  synchronized void dismiss(Planned planned) {
    expected.remove(planned.work());
    underway.remove(planned.work());
    left.remove(planned.work());
  }

  /** Forgets where it ran: that executor is lost. */
  synchronized void lost(Planned planned) {
    underway.remove(planned.work());
  }

  /** Takes a message and answers it. */
  byte[] receive(Message message) {
    if (message instanceof Message.Begun begun) {
      return begin(begun).or(() -> kept.apply(begun.work())).orElse(NO_STATE);
    }
    hear(message);
    return NO_STATE;
  }

  private synchronized Optional<byte[]> begin(Message.Begun begun) {
    Planned planned = expected.get(begun.work());
    if (planned != null) {
      Instant now = clock.instant();
      underway.put(
          begun.work(), new Underway(planned, begun.host(), begun.executor(), now, now, null));
    }
    return Optional.ofNullable(left.get(begun.work()));
  }

  private synchronized void hear(Message message) {
    if (!expected.containsKey(message.work())) {
      return;
    }
    if (message instanceof Message.StateLeft state) {
      left.put(state.work(), state.state());
    } else if (message instanceof Message.EpochEnded epoch) {
      Standing standing = epoch.standing();
      underway.computeIfPresent(
          message.work(), (work, before) -> before.at(standing, clock.instant()));
    }
  }

  /** All that runs now, in the order of the plan. */
  synchronized List<Underway> underway() {
    List<Underway> all = new ArrayList<>(underway.values());
    all.sort(Comparator.comparingInt(each -> each.planned().position()));
    return all;
  }

  /** Takes the state that has waited longest. */
  synchronized Optional<Left> takeLeft() {
    Optional<WorkId> first = left.keySet().stream().findFirst();
    return first.map(work -> new Left(work, left.remove(work)));
  }

  /** Whether no state waits to be kept. */
  synchronized boolean isEmpty() {
    return left.isEmpty();
  }
}
