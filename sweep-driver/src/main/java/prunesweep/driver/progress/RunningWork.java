package prunesweep.driver.progress;

import java.time.Instant;
import java.util.Optional;
import prunesweep.trainer.checkpoint.Standing;

/**
 * A trial or stage that runs now, as far as others are told.
 *
 * @param work its name, e.g. {@code trial-0123456789abcdef}
 * @param description a line for people
 * @param host where it runs
 * @param begun since when
 * @param standing where it stands; empty before its first epoch has ended
 */
public record RunningWork(
    String work, String description, String host, Instant begun, Optional<Standing> standing) {

  static RunningWork of(Underway underway, String description) {
    return new RunningWork(
        underway.planned().work().value(),
        description,
        underway.host(),
        underway.begun(),
        Optional.ofNullable(underway.standing()));
  }
}
