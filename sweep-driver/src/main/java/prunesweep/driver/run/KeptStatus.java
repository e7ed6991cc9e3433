package prunesweep.driver.run;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import prunesweep.driver.progress.StatusJson;
import prunesweep.driver.progress.SweepStatus;
import prunesweep.driver.tables.StatusFile;
import prunesweep.driver.tables.TablesException;

/**
 * Where a run stands, kept in the results folder for other terminals and hosts. It is no result: a
 * store that does not take it is told of once, and the sweep goes on.
 */
final class KeptStatus {

  private static final Duration PAUSE = Duration.ofSeconds(3);

  private final StatusFile file;
  private final RunEvents events;
  private Optional<Instant> written = Optional.empty();
  private boolean hasWarned;

  KeptStatus(StatusFile file, RunEvents events) {
    this.file = file;
    this.events = events;
  }

  /** Keeps {@code status} if the one that is kept is some seconds old, or this one the last. */
  void keep(SweepStatus status) {
    if (status.hasEnded() || written.stream().allMatch(at -> isOver(at, status.at()))) {
      written = Optional.of(status.at());
      write(status);
    }
  }

  private static boolean isOver(Instant written, Instant now) {
    return !written.plus(PAUSE).isAfter(now);
  }

  private void write(SweepStatus status) {
    try {
      file.keep(StatusJson.of(status).getBytes(StandardCharsets.UTF_8));
    } catch (TablesException e) {
      if (!hasWarned) {
        hasWarned = true;
        events.warned(
            "%s; sweep status will not know how this run goes on".formatted(e.getMessage()));
      }
    }
  }
}
