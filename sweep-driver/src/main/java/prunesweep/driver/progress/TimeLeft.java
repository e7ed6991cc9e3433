package prunesweep.driver.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import prunesweep.driver.plan.PlannedStage;
import prunesweep.driver.plan.WorkId;
import prunesweep.trainer.checkpoint.Standing;

/**
 * Estimate of the time a sweep still takes. What has ended tells how many epochs trials train that
 * are alike and how long an epoch takes; what runs tells its own speed. Of a kind that nobody has
 * seen yet the most alike that was seen stands for it, by the operations of an epoch.
 */
final class TimeLeft {

  private static final double LEAST_SECONDS_SEEN = 1;

  /** What has trained longer than expected goes on for this share of that at least. */
  private static final double LONGER = 0.25;

  private final Map<WorkId, Work> ahead;
  private final Map<WorkId, Integer> stageEpochs = new HashMap<>();
  private final Map<WorkId, First> firsts = new HashMap<>();
  private final Pace pace = new Pace();

  /** Where a piece stood when that was heard first. */
  private record First(Instant begun, int trained, Instant heard) {

    boolean isOf(Underway underway) {
      return begun.equals(underway.begun());
    }
  }

  /** The time for {@code works}, by name, of which nothing has begun. */
  TimeLeft(Map<WorkId, Work> works) {
    this.ahead = new HashMap<>(works);
  }

  /** Learns from what has ended. */
  void ended(Ended ended) {
    WorkId id = ended.planned().work();
    Work work = ahead.remove(id);
    firsts.remove(id);
    int own = own(ended);
    if (work != null && ended.seconds() > 0) {
      pace.ended(work, own, ended.seconds());
    }
  }

  /** The epochs of a stage without those of the stage it went on from. */
  private int own(Ended ended) {
    if (!(ended.planned() instanceof PlannedStage stage)) {
      return ended.epochs();
    }
    stageEpochs.put(stage.work(), ended.epochs());
    int before = stage.from().map(from -> stageEpochs.getOrDefault(WorkId.of(from), 0)).orElse(0);
    return Math.max(0, ended.epochs() - before);
  }

  /** Leaves out a stage that failed and those that were to go on from it. */
  void withoutStage(WorkId stage) {
    ahead.remove(stage);
    List<WorkId> behind =
        ahead.values().stream()
            .filter(work -> work.isStage() && work.needs().contains(stage))
            .map(Work::id)
            .toList();
    behind.forEach(this::withoutStage);
  }

  /**
   * The time until all has ended.
   *
   * @param underway what runs
   * @param slots how many run at once
   * @param now this moment
   * @return empty while nothing is known
   */
  Optional<Duration> at(Collection<Underway> underway, int slots, Instant now) {
    Pace running = new Pace();
    Map<WorkId, Underway> all = new HashMap<>();
    for (Underway one : underway) {
      Work work = ahead.get(one.planned().work());
      if (work != null) {
        all.put(work.id(), one);
        seen(work, one, running);
      }
    }
    return pieces(all, running, now)
        .map(pieces -> Outlook.seconds(pieces, Math.max(1, Math.max(slots, all.size()))))
        .map(seconds -> Duration.ofMillis(Math.round(1000 * seconds)));
  }

  /** Learns from the epochs of what runs since it was first heard of. */
  private void seen(Work work, Underway underway, Pace running) {
    Standing standing = underway.standing();
    if (standing == null) {
      return;
    }
    if (standing.trained() > pace.epochs(work)) {
      running.trains(work, (1 + LONGER) * standing.trained());
    }
    First first =
        firsts.compute(
            work.id(),
            (id, before) ->
                before != null && before.isOf(underway)
                    ? before
                    : new First(underway.begun(), standing.trained(), underway.heard()));
    int epochs = standing.trained() - first.trained();
    double seconds = seconds(first.heard(), underway.heard());
    if (epochs > 0 && seconds >= LEAST_SECONDS_SEEN) {
      running.passed(work, epochs * work.size().epochCost(), seconds);
    }
  }

  private static double seconds(Instant from, Instant until) {
    return Duration.between(from, until).toMillis() / 1000.0;
  }

  private Optional<List<Outlook.Ahead>> pieces(
      Map<WorkId, Underway> underway, Pace running, Instant now) {
    List<Outlook.Ahead> pieces = new ArrayList<>(ahead.size());
    for (Work work : ahead.values()) {
      OptionalDouble unit = pace.secondsAUnit(work, running);
      if (unit.isEmpty()) {
        return Optional.empty();
      }
      Underway one = underway.get(work.id());
      double left = one == null ? pace.epochs(work, running) : epochsLeft(work, one, unit, now);
      double seconds = work.size().cost(Math.max(0, left)) * unit.getAsDouble();
      pieces.add(new Outlook.Ahead(work, seconds, one != null));
    }
    return Optional.of(pieces);
  }

  /** The epochs told, and those that have passed unheard since. */
  private double epochsLeft(Work work, Underway underway, OptionalDouble unit, Instant now) {
    Standing standing = underway.standing();
    double told = standing == null ? 0 : standing.trained();
    double unheard =
        seconds(underway.heard(), now) / (unit.getAsDouble() * work.size().epochCost());
    double expected = pace.epochs(work);
    return (told > expected ? (1 + LONGER) * told : expected) - told - unheard;
  }
}
