package prunesweep.driver.tables;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.io.FileUtils;

/** Results as earlier versions wrote them. They were stored once and are never written again. */
public enum OldResults {
  /** Of the first version: a sweep, a trial that is done and one that failed, made up. */
  FIRST_SCHEMA,
  /** Of the version with nine tables: a small sweep of every method, as it was run. */
  NINE_TABLES;

  /** A copy of them in {@code out}. */
  public Path in(Path out) throws IOException {
    FileUtils.copyDirectory(stored("").toFile(), out.toFile());
    return out;
  }

  /** The config of the sweep that wrote them. */
  public Path config() {
    return stored(label() + ".conf");
  }

  /** All rows and the columns that the files have. */
  public StoredRows rows() throws IOException {
    return StoredRows.parse(Files.readString(stored("rows.txt")));
  }

  private Path stored(String file) {
    try {
      var folder = Objects.requireNonNull(OldResults.class.getResource(label()), label());
      return Path.of(folder.toURI()).resolve(file);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
