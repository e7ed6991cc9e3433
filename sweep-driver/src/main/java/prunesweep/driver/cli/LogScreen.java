package prunesweep.driver.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import prunesweep.driver.progress.Counts;
import prunesweep.driver.progress.SweepStatus;

/** A log: a line at each tenth of the trials, and one each half minute. */
final class LogScreen implements Screen {

  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final int PARTS = 10;

  private final PrintWriter err;
  private Instant due = Instant.MIN;
  private int part = -1;

  LogScreen(PrintWriter err) {
    this.err = err;
  }

  @Override
  public synchronized void note(String line) {
    err.println(line);
    err.flush();
  }

  @Override
  public void problem(String line) {
    note(line);
  }

  @Override
  public synchronized void show(SweepStatus status) {
    Counts trials = status.trials();
    int now = (int) ((long) PARTS * trials.ended() / Math.max(1, trials.planned()));
    if (now > part || !status.at().isBefore(due)) {
      part = now;
      due = status.at().plus(PAUSE);
      note(StatusLines.sentence(status, status.at()));
    }
  }

  @Override
  public void close() {}
}
