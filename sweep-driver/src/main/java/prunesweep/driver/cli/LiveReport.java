package prunesweep.driver.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import prunesweep.driver.tables.TablesException;

/** Keeps the page about results current while a sweep writes them. */
final class LiveReport {

  /** Beside the tables. */
  static final String FILE = "report.html";

  /** A page takes a core for some seconds that trials could have. */
  private static final long SECONDS_BETWEEN = 60;

  private static final Logger LOG = LoggerFactory.getLogger(LiveReport.class);

  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(LiveReport::thread);

  private final Path results;
  private final Consumer<String> warned;

  private LiveReport(Path results, Consumer<String> warned) {
    this.results = results;
    this.warned = warned;
  }

  /**
   * Begins to write {@code results/report.html}, again each minute and at the end.
   *
   * @param warned hears a sentence where the last page cannot be written
   */
  static LiveReport of(Path results, Consumer<String> warned) {
    LiveReport report = new LiveReport(results, warned);
    var unused =
        report.executor.scheduleWithFixedDelay(
            report::writeIfThere, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
    return report;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "report");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * There may be no results yet, and the next page may succeed: the last one says what is wrong.
   */
  private void writeIfThere() {
    try {
      ReportFile.write(results, results.resolve(FILE));
    } catch (IOException | RuntimeException notNow) {
      LOG.debug("No page this time", notNow);
    }
  }

  /** Writes the last page. */
  void end() {
    executor.shutdownNow();
    try {
      executor.awaitTermination(1, TimeUnit.MINUTES);
      ReportFile.write(results, results.resolve(FILE));
    } catch (IOException | TablesException e) {
      warned.accept("Cannot write the page: %s".formatted(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
