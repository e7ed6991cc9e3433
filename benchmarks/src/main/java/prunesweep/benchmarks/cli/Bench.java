package prunesweep.benchmarks.cli;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import prunesweep.benchmarks.contest.BenchException;
import prunesweep.benchmarks.faults.FaultsException;
import prunesweep.driver.cli.ExitCode;
import prunesweep.driver.cli.Sweep;

/** The command line of Prunesweep with the commands {@code bench} and {@code faults}. */
public final class Bench {

  private Bench() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command line, ready to execute; tests give it other writers. */
  static CommandLine commandLine() {
    CommandLine faults =
        new CommandLine(new FaultsCommand()).setCaseInsensitiveEnumValuesAllowed(true);
    CommandLine sweep = Sweep.commandLine().addSubcommand(new BenchCommand()).addSubcommand(faults);
    IExecutionExceptionHandler others = sweep.getExecutionExceptionHandler();
    return sweep.setExecutionExceptionHandler(
        (failure, commandLine, parsed) -> {
          if (failure instanceof BenchException || failure instanceof FaultsException) {
            commandLine.getErr().println(failure.getMessage());
            return ExitCode.PROBLEM;
          }
          return others.handleExecutionException(failure, commandLine, parsed);
        });
  }
}
