package prunesweep.driver.spark;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import prunesweep.driver.progress.Underway;

/**
 * Care for trials while they run.
 *
 * @param checkpointEvery time from one state that is kept to the next; empty for none
 * @param stuckAfter time without an epoch after which a trial is cancelled; empty for never
 */
public record Supervision(Optional<Duration> checkpointEvery, Optional<Duration> stuckAfter) {

  private static final Duration MOST_OF_SUSPECTS = Duration.ofSeconds(5);

  StateInterval interval() {
    return StateInterval.of(checkpointEvery);
  }

  /** Suspects leave states often, since others wait for them to come further. */
  StateInterval ofSuspects() {
    return StateInterval.of(
        checkpointEvery.map(
            every -> every.compareTo(MOST_OF_SUSPECTS) < 0 ? every : MOST_OF_SUSPECTS));
  }

  boolean isStuck(Underway underway, Instant now) {
    return stuckAfter.filter(time -> underway.heard().plus(time).isBefore(now)).isPresent();
  }

  /** The failure of a trial that was cancelled. */
  String stuckSentence() {
    return "No epoch of it ended for longer than sweep.stuck-after (%s s)"
        .formatted(stuckAfter.map(Duration::toSeconds).orElse(0L));
  }
}
