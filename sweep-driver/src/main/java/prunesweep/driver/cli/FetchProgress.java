package prunesweep.driver.cli;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import prunesweep.trainer.data.fetch.FetchListener;

/** A line when a source is asked, and one every few megabytes. */
final class FetchProgress implements FetchListener {

  private static final long STEP = 8L << 20;

  private final Consumer<String> told;
  private final Map<String, Long> steps = new ConcurrentHashMap<>();

  FetchProgress(Consumer<String> told) {
    this.told = told;
  }

  @Override
  public void progress(String source, long bytes) {
    Long before = steps.put(source, bytes / STEP);
    if (before == null) {
      told.accept("Fetching " + source);
    } else if (before < bytes / STEP) {
      told.accept("Fetching %s: %d MiB".formatted(source, bytes >> 20));
    }
  }
}
