package prunesweep.benchmarks.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import prunesweep.benchmarks.subject.Subject;
import prunesweep.trainer.machine.BlasCore;
import prunesweep.trainer.machine.OpenBlas;

/**
 * The program of a Java contestant: {@code JavaPeer TASK CORE DATASET [DIRECTORY]}. It answers each
 * line {@code steps N} with {@code seconds S ...}, one figure a part of a step, and ends with its
 * input.
 */
public final class JavaPeer {

  private static final String STEPS = "steps ";

  private JavaPeer() {}

  /** Prepares the task named in the arguments and runs the steps that its input asks for. */
  public static void main(String[] arguments) throws IOException {
    PrintStream replies = System.out;
    // Output of libraries must not come between the replies.
    System.setOut(System.err);
    try {
      serve(prepare(arguments), replies);
    } catch (RuntimeException | LinkageError failure) {
      replies.println("error " + failure.toString().replace('\n', ' '));
      throw failure;
    }
  }

  private static Workload prepare(String[] arguments) {
    settle(BlasCore.valueOf(arguments[1]));
    Optional<Path> directory = Arrays.stream(arguments).skip(3).findFirst().map(Path::of);
    return Task.valueOf(arguments[0]).prepare(Subject.in(arguments[2], directory));
  }

  /**
   * Settles the kernel before anything loads OpenBLAS. The automatic choice is left to the library:
   * some tasks do not load it at all.
   */
  private static void settle(BlasCore core) {
    if (core != BlasCore.AUTOMATIC) {
      OpenBlas.use(core);
    }
  }

  private static void serve(Workload workload, PrintStream replies) throws IOException {
    workload.facts().forEach((name, value) -> replies.printf("fact %s %s%n", name, value));
    replies.println("ready");
    BufferedReader requests =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = requests.readLine(); line != null; line = requests.readLine()) {
      double[] seconds = workload.run(Integer.parseInt(line.substring(STEPS.length())));
      replies.println("seconds " + words(seconds));
    }
  }

  private static String words(double[] values) {
    return Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(" "));
  }
}
