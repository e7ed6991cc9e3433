package prunesweep.driver.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import prunesweep.trainer.data.fetch.FetchListener;

/** A line when a source is asked, and one every few megabytes. */
final class FetchProgress implements FetchListener {

  private static final long STEP = 8L << 20;

  private final PrintWriter err;
  private final Map<String, Long> steps = new ConcurrentHashMap<>();

  FetchProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void progress(String source, long bytes) {
    Long before = steps.put(source, bytes / STEP);
    if (before == null) {
      err.println("Fetching " + source);
    } else if (before < bytes / STEP) {
      err.printf("Fetching %s: %d MiB%n", source, bytes >> 20);
    }
  }
}
