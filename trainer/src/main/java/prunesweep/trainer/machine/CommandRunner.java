package prunesweep.trainer.machine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Runs programs of this machine. */
public interface CommandRunner {

  /** Tells whether this machine has {@code program}. */
  boolean has(String program);

  /**
   * Runs {@code command} in {@code directory} to its end, without input.
   *
   * @throws IOException if it cannot be started or does not end within {@code most}
   */
  Result run(List<String> command, Path directory, Duration most)
      throws IOException, InterruptedException;

  /**
   * The end of a command.
   *
   * @param exitCode 0 for success
   * @param output what it wrote to both its outputs
   */
  record Result(int exitCode, String output) {}
}
