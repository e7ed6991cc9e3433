package prunesweep.driver.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import prunesweep.driver.progress.SweepStatus;

/**
 * A terminal: lines that change at its foot, once a second whatever the run does, and what is said
 * above them.
 */
final class TerminalScreen implements Screen {

  private static final int NARROWEST = 40;

  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(TerminalScreen::thread);
  private final PrintWriter err;
  private final int width;
  private final Clock clock;
  private @Nullable SweepStatus status;
  private int shown;
  private boolean isClosed;

  private TerminalScreen(PrintWriter err, int columns, Clock clock) {
    this.err = err;
    // A line that fills the last column may take two.
    this.width = Math.max(NARROWEST, columns - 1);
    this.clock = clock;
  }

  /** A screen of so many columns, which ticks. */
  static TerminalScreen ticking(PrintWriter err, int columns) {
    TerminalScreen screen = still(err, columns, Clock.systemUTC());
    var unused = screen.ticks.scheduleAtFixedRate(screen::tick, 1, 1, TimeUnit.SECONDS);
    return screen;
  }

  /** One that ticks when it is told to. */
  static TerminalScreen still(PrintWriter err, int columns, Clock clock) {
    return new TerminalScreen(err, columns, clock);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "screen");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void note(String line) {
    problem(line);
  }

  @Override
  public synchronized void problem(String line) {
    erase();
    err.println(line);
    draw();
  }

  /** What it shows it draws at the next tick, or the numbers would flicker. */
  @Override
  public synchronized void show(SweepStatus now) {
    boolean isFirst = status == null;
    status = now;
    if (isFirst) {
      tick();
    }
  }

  synchronized void tick() {
    erase();
    draw();
  }

  /** By ECMA-48: to the beginning of the first line of those shown, and all away from there on. */
  private void erase() {
    if (shown > 0) {
      err.printf("\u001b[%dF\u001b[J", shown);
      shown = 0;
    }
  }

  private void draw() {
    SweepStatus now = status;
    if (now != null && !isClosed) {
      List<String> lines = StatusLines.of(now, width, clock.instant());
      lines.forEach(err::println);
      shown = lines.size();
    }
    err.flush();
  }

  /** Leaves the last lines where they are. */
  @Override
  public synchronized void close() {
    if (!isClosed) {
      ticks.shutdownNow();
      tick();
      isClosed = true;
      shown = 0;
    }
  }
}
