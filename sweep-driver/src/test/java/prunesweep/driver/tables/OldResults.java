package prunesweep.driver.tables;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.commons.io.FileUtils;

/**
 * Results as the first version wrote them: a sweep, a trial that is done and one that failed. They
 * were stored once and are never written again.
 */
public final class OldResults {

  private OldResults() {}

  /** A copy of them in {@code out}. */
  public static Path in(Path out) throws IOException, URISyntaxException {
    var stored = Objects.requireNonNull(OldResults.class.getResource("first-schema"));
    FileUtils.copyDirectory(Path.of(stored.toURI()).toFile(), out.toFile());
    return out;
  }
}
