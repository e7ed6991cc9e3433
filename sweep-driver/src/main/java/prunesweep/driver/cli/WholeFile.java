package prunesweep.driver.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writing of a file that is there whole or not at all. */
final class WholeFile {

  /** Writes some file. */
  interface Writing {

    /** Writes to {@code part}, which is there and empty. */
    void to(Path part) throws IOException;
  }

  private WholeFile() {}

  /**
   * Lets {@code writing} write {@code file}; bytes written.
   *
   * @throws IOException if that fails, and then there is none
   */
  static long write(Path file, Writing writing) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path part = Files.createTempFile(folder, ".prunesweep-", ".part");
    try {
      writing.to(part);
      Files.move(part, file);
      return Files.size(file);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
