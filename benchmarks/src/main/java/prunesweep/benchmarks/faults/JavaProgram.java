package prunesweep.benchmarks.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A Java program, to be started as a process on loopback with the virtual machine and the options
 * of this one.
 *
 * @param classPath where its classes are
 * @param options the virtual machine's, which win over those of this one
 * @param environment what it finds in its environment beside what this process has
 * @param words the main class and its arguments
 */
public record JavaProgram(
    String classPath, List<String> options, Map<String, String> environment, List<String> words) {

  /** What Spark needs where it is not installed, and one native thread. */
  private static final Map<String, String> EVERYWHERE =
      Map.of(
          "SPARK_LOCAL_IP", "127.0.0.1",
          "SPARK_SCALA_VERSION", "2.13",
          "SPARK_SQL_TESTING", "1",
          "OMP_NUM_THREADS", "1");

  /** What this process logs is its own: a master that says nothing seems never to start. */
  private static final String OWN_LOGS = "-Dlog4j2.configurationFile=";

  /** A program with the class path and the environment of this process. */
  public static JavaProgram ofThisClassPath(List<String> options, List<String> words) {
    return new JavaProgram(System.getProperty("java.class.path"), options, Map.of(), words);
  }

  /**
   * The same program with {@code more} options and what {@code added} puts into its environment.
   */
  public JavaProgram with(List<String> more, Map<String, String> added) {
    List<String> allOptions = new ArrayList<>(options);
    allOptions.addAll(more);
    Map<String, String> allAdded = new HashMap<>(environment);
    allAdded.putAll(added);
    return new JavaProgram(classPath, allOptions, allAdded, words);
  }

  /** Starts it; what it says is added to {@code log}. */
  public JavaProcess start(Path log) {
    ProcessBuilder builder =
        new ProcessBuilder(command())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(EVERYWHERE);
    builder.environment().putAll(environment);
    try {
      return new JavaProcess(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith(OWN_LOGS))
        .forEach(command::add);
    command.addAll(options);
    command.addAll(List.of("-cp", classPath));
    command.addAll(words);
    return command;
  }
}
