package prunesweep.benchmarks.faults;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals that Java has no words for. */
public final class Signals {

  private Signals() {}

  /** Stops a process where it stands. */
  public static void freeze(ProcessHandle process) {
    send("STOP", process);
  }

  /** Lets a frozen process go on; one that is gone is left alone. */
  public static void thaw(ProcessHandle process) {
    send("CONT", process);
  }

  /** Tells a worker of Spark that its machine will be taken away. */
  static void decommission(ProcessHandle worker) {
    send("PWR", worker);
  }

  private static void send(String signal, ProcessHandle process) {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .onExit()
          .join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
