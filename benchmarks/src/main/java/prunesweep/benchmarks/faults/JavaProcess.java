package prunesweep.benchmarks.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Java process with the options and the class path of this one, its words in a file.
 *
 * @param process the process
 * @param log the file
 */
record JavaProcess(Process process, Path log) {

  /**
   * Starts one on loopback.
   *
   * @param options the virtual machine's, which win over those of this one
   * @param program the main class and its arguments
   */
  static JavaProcess started(Path log, List<String> options, List<String> program) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(program);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_SQL_TESTING", "1");
    builder.environment().put("OMP_NUM_THREADS", "1");
    try {
      return new JavaProcess(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** All that it has said so far. */
  String said() {
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
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
