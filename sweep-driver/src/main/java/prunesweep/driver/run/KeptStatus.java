package prunesweep.driver.run;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import prunesweep.driver.progress.Spacing;
import prunesweep.driver.progress.StatusJson;
import prunesweep.driver.progress.SweepStatus;
import prunesweep.driver.tables.StatusFile;
import prunesweep.driver.tables.TablesException;

/**
 * Where a run stands, kept in the results folder for other terminals and hosts. It is no result: a
 * store that does not take it is told of once, and the sweep goes on.
 */
final class KeptStatus {

  private final StatusFile file;
  private final RunEvents events;
  private final Spacing spacing = new Spacing(Duration.ofSeconds(3));
  private boolean hasWarned;

  KeptStatus(StatusFile file, RunEvents events) {
    this.file = file;
    this.events = events;
  }

  /** Keeps {@code status} if the one that is kept is some seconds old, or this one the last. */
  void keep(SweepStatus status) {
    if (spacing.passes(status)) {
      write(status);
    }
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
