package prunesweep.driver.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/**
 * What a command said and how it ended.
 *
 * @param code the exit code
 * @param out what it wrote to the standard output
 * @param err what it wrote to the standard error
 */
record Said(int code, String out, String err) {

  /** Executes the command line in this process. */
  static Said by(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    ByteArrayOutputStream system = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(system, true, StandardCharsets.UTF_8));
    try {
      CommandLine commandLine =
          Sweep.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
      int code = commandLine.execute(arguments);
      return new Said(
          code, out.toString(), err.toString() + system.toString(StandardCharsets.UTF_8));
    } finally {
      System.setErr(before);
    }
  }
}
