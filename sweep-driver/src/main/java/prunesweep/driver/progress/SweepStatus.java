package prunesweep.driver.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a run of a sweep stands.
 *
 * @param sweep the name of the sweep
 * @param sweepId its id, that its runs share
 * @param started start of this run
 * @param at the moment of which it tells
 * @param hasEnded whether the run has come to its end
 * @param trials numbers of trials
 * @param timeLeft until the last trial ends; empty while nothing is known
 * @param running what runs now, in the order of the plan
 */
public record SweepStatus(
    String sweep,
    String sweepId,
    Instant started,
    Instant at,
    boolean hasEnded,
    Counts trials,
    Optional<Duration> timeLeft,
    List<RunningWork> running) {

  public SweepStatus {
    running = List.copyOf(running);
  }

  /** The same of a run whose driver is gone, when its tables have so many trials. */
  public SweepStatus stopped(int done, int failed) {
    return new SweepStatus(
        sweep,
        sweepId,
        started,
        at,
        hasEnded,
        new Counts(trials.planned(), done, failed, 0, 0),
        Optional.empty(),
        List.of());
  }

  /** Returns the time left as it is at {@code moment}, when nothing newer is known. */
  public Optional<Duration> timeLeft(Instant moment) {
    return timeLeft
        .map(left -> left.minus(Duration.between(at, moment)))
        .map(left -> left.isNegative() ? Duration.ZERO : left);
  }
}
