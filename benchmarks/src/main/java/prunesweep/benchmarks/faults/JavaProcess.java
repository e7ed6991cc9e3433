package prunesweep.benchmarks.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Java process, its words in a file.
 *
 * @param process the process
 * @param log the file
 */
public record JavaProcess(Process process, Path log) implements AutoCloseable {

  /** Whether it has not ended. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Its exit code, once it has ended. */
  public int awaitEnd() {
    return process.onExit().join().exitValue();
  }

  /** All that it and those before it in the same file have said so far. */
  public String said() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last line that it has said. */
  String lastLine() {
    return said().lines().reduce((earlier, later) -> later).orElse("nothing");
  }

  /** Ends it, whatever it does. */
  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
