package prunesweep.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The script {@code deploy/standalone/cluster}, on a Spark installation and a port of its own.
 *
 * @param spark the installation
 * @param state its folder of logs, process ids and the secret
 * @param port of the master, on loopback
 */
record ClusterScript(SparkHome spark, Path state, int port) {

  private static final long LONGEST_SECONDS = 240;

  /** The script with its state below {@code folder}; starts nothing yet. */
  static ClusterScript in(Path folder) throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new ClusterScript(
          SparkHome.in(folder.resolve("spark")), folder.resolve("state"), free.getLocalPort());
    }
  }

  String master() {
    return "spark://127.0.0.1:" + port;
  }

  /** The file with the secret. */
  Path security() {
    return state.resolve("security.properties");
  }

  /** What the script says to {@code arguments}; fails where it does not end well. */
  String say(String... arguments) throws InterruptedException {
    Path log = log(arguments[0]);
    Process script = start(log, arguments);
    try {
      if (!script.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || script.exitValue() != 0) {
        throw new AssertionError(String.join(" ", arguments) + ": " + text(log));
      }
      return text(log);
    } finally {
      script.destroyForcibly().waitFor();
    }
  }

  /** Starts the script. */
  Process start(Path log, String... arguments) {
    Path home = Path.of(System.getProperty("prunesweep.home"));
    List<String> command = new ArrayList<>();
    command.add(home.resolve("deploy/standalone/cluster").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(spark.folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("CLUSTER_DIR", state.toString());
    builder.environment().put("CLUSTER_PORT", Integer.toString(port));
    builder.environment().put("CLUSTER_CORES", "2");
    builder.environment().put("CLUSTER_SPARK_HOME", spark.folder().toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path log(String name) {
    try {
      return Files.createTempFile(spark.folder(), name, ".log");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of {@code log}. */
  static String text(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
