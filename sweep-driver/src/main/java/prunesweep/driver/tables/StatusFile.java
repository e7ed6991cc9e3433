package prunesweep.driver.tables;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file in a results folder that says where its last run stands: no row, and replaced in one
 * step. Got from {@link ResultTables#status()}, whose lock and rules hold for writing it.
 */
public final class StatusFile {

  private final Layout layout;
  private final SideFiles files;

  StatusFile(Layout layout, SideFiles files) {
    this.layout = layout;
    this.files = files;
  }

  /** Keeps {@code bytes} in place of what was said before. */
  public void keep(byte[] bytes) {
    files.keep(layout.status(), bytes);
  }

  /**
   * What the last run in the folder {@code out} has said; empty where none has. Needs no lock.
   *
   * @throws TablesException if it cannot be read
   */
  public static Optional<String> read(Path out) {
    try {
      return Optional.of(Files.readString(new Layout(out).status(), StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw TablesException.reading(out, e);
    }
  }
}
