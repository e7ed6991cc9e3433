package prunesweep.driver.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import prunesweep.driver.sql.ResultQuery;

/**
 * A page about results: pictures and tables that need no network and no other file.
 *
 * @param html the page
 */
public record Report(String html) {

  /**
   * The page about {@code results}, of one state of them: trials may be added meanwhile.
   *
   * @param footer its last line, in plain text
   * @throws prunesweep.driver.tables.TablesException if there are no results
   */
  public static Report of(ResultQuery results, String footer) {
    return results.together(queries -> new Report(Page.of(Findings.of(queries), footer)));
  }

  /** Writes the page in place of {@code file}: who reads it sees the one before or this one. */
  public void writeTo(Path file) throws IOException {
    Path whole = file.toAbsolutePath();
    Path folder = whole.getParent();
    if (folder == null) {
      throw new IOException(file + " is no file");
    }
    String name = whole.getFileName() + "." + ProcessHandle.current().pid() + ".part";
    Path part = folder.resolve(name);
    try {
      Files.writeString(part, html);
      Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
