package prunesweep.driver.cli;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.TypeConversionException;
import prunesweep.driver.spark.Submission;
import prunesweep.trainer.key.Places;
import prunesweep.trainer.key.UnfitValueException;

/** The command {@code sweep}. */
@Command(
    name = "sweep",
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    description = "Sweeps of neural-network pruning experiments on Apache Spark.",
    subcommands = {
      RunCommand.class,
      PlanCommand.class,
      StatusCommand.class,
      SqlCommand.class,
      ReportCommand.class,
      CompareCommand.class,
      HeatMapsCommand.class,
      ExportCommand.class,
      PredictCommand.class,
      DataCommand.class,
      HelpCommand.class
    },
    footerHeading = "%nIn a source tree also:%n",
    footer = {
      "  bench  Times this engine beside Deeplearning4j and PyTorch (sweep bench -h)",
      "  faults Kills and freezes a cluster that runs a sweep, and compares (sweep faults -h)",
      "  jmh    Runs the micro-benchmarks with the options of JMH (sweep jmh -h)"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "2:wrong usage, config or data, or no cluster; one sentence each says what",
      "3:some trials failed or were not run",
      "130:stopped by Ctrl-C; the same command goes on"
    })
public final class Sweep {

  private Sweep() {}

  /**
   * Runs the command line and ends the process with its exit code. A driver that was submitted
   * comes to its end by itself when all is done: YARN takes an exit before that for a failure.
   */
  public static void main(String[] arguments) {
    int code = commandLine().execute(arguments);
    if (code != ExitCode.DONE || !Submission.isSubmitted()) {
      System.exit(code);
    }
  }

  /** The command line, ready to execute; the benchmarks add a command, tests other writers. */
  public static CommandLine commandLine() {
    return new CommandLine(new Sweep())
        .setExecutionExceptionHandler(new Problem.Handler())
        .setParameterExceptionHandler(new Problem.UsageHandler())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(Path.class, Sweep::place)
        .setUsageHelpAutoWidth(true);
  }

  /** Every path of the command line may be a URI. */
  private static Path place(String text) {
    try {
      return Places.of(text);
    } catch (UnfitValueException e) {
      throw new TypeConversionException(
          "it must be %s, got %s%s".formatted(e.rule(), text, e.hint()));
    }
  }
}
