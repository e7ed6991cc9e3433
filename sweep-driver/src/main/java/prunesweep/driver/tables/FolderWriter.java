package prunesweep.driver.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import prunesweep.driver.store.HadoopPath;

/**
 * Looks for the writer of a results folder without being in its way: takes no lock, writes nothing.
 */
public final class FolderWriter {

  /** A writer on another host, on a disk that both have, is given up when it is silent so long. */
  private static final Duration SILENCE = Duration.ofMinutes(2);

  private FolderWriter() {}

  /**
   * The writer that holds the folder {@code out} now, as far as can be told from here.
   *
   * @param heard when a writer was last heard of otherwise
   * @throws TablesException if the folder cannot be read
   */
  public static Optional<String> of(Path out, Instant heard) {
    try {
      Layout layout = new Layout(out);
      Optional<Holder> holder =
          out instanceof HadoopPath ? Lease.holder(layout) : ofLock(layout, heard);
      return holder.map(Holder::toString);
    } catch (IOException e) {
      throw TablesException.reading(out, e);
    }
  }

  private static Optional<Holder> ofLock(Layout layout, Instant heard) throws IOException {
    try {
      return Holder.of(Holder.properties(Files.readAllBytes(layout.lock())))
          .filter(
              holder ->
                  holder.isOfThisMachine()
                      ? holder.isAlive()
                      : heard.plus(SILENCE).isAfter(Instant.now()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
