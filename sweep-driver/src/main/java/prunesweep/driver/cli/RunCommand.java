package prunesweep.driver.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import prunesweep.driver.run.RetryPolicy;
import prunesweep.driver.run.RunEvents;
import prunesweep.driver.run.RunOptions;
import prunesweep.driver.run.RunReport;
import prunesweep.driver.run.SweepRun;
import prunesweep.driver.spark.FailurePolicy;
import prunesweep.driver.spark.Submission;
import prunesweep.driver.tables.TrialStatus;

/** {@code sweep run}: runs what is not done yet of a sweep. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a sweep: every trial of the config that has no result yet.",
      "Running it again goes on where it stopped; a changed point of the grid is a new trial."
    })
final class RunCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Mixin private final SweepArguments sweep = new SweepArguments();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "results",
      description = "Folder of the results (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = {
        "Spark master: local[N], spark://HOST:PORT, or another that Spark takes",
        "(default: what spark-submit or --properties-file says, else local[*])."
      })
  private @Nullable String master;

  @Option(
      names = "--properties-file",
      paramLabel = "FILE",
      description = "Properties of Spark, as for spark-submit: what no command line may show.")
  private @Nullable Path propertiesFile;

  @Option(names = "--fail-fast", description = "Stops the sweep when a trial fails.")
  private boolean failFast;

  @Option(names = "--retry-failed", description = "Runs trials again that failed before.")
  private boolean retryFailed;

  @Option(
      names = "--retrain",
      description = "Runs every trial of this plan again, finished or not.")
  private boolean retrain;

  @Option(
      names = "--report",
      description = "Keeps DIR/report.html, the page of sweep report, current while it runs.")
  private boolean keepsReport;

  @Option(
      names = {"-q", "--quiet"},
      description = "Says only what went wrong, and the table at the end.")
  private boolean isQuiet;

  @Option(
      names = "--json",
      description = {
        "Prints a line of JSON for each event in place of the table: started, progress, finished,",
        "failed, ended."
      })
  private boolean isJson;

  @Option(
      names = "--notify",
      paramLabel = "CMD",
      description = {
        "Runs CMD by the shell at the end, with SWEEP_HOW (done, incomplete, stopped or problem),",
        "SWEEP_EXIT_CODE, SWEEP_RESULTS, SWEEP_PLANNED, SWEEP_DONE and SWEEP_FAILED set."
      })
  private @Nullable String notified;

  @Override
  public Integer call() {
    requireName(out);
    Optional.ofNullable(propertiesFile).ifPresent(Submission::read);
    RunOptions options =
        new RunOptions(
            sweep.config(),
            sweep.overrides(),
            sweep.jars(),
            out,
            Optional.ofNullable(master),
            failFast ? FailurePolicy.STOP : FailurePolicy.GO_ON,
            retryPolicy());
    try (Screen screen = screen()) {
      return run(options, screen);
    }
  }

  private int run(RunOptions options, Screen screen) {
    try {
      return StopNotice.during(
              () -> reported(options, screen), screen, () -> tell(RunEnd.stopped(out), screen))
          .map(report -> end(report, screen))
          .orElse(ExitCode.STOPPED);
    } catch (RuntimeException e) {
      tell(RunEnd.problem(Problem.exitCode(e), out, Problem.line(e)), screen);
      throw e;
    }
  }

  private void tell(RunEnd end, Screen screen) {
    if (isJson) {
      JsonProgress.ended(end, command.commandLine().getOut());
    }
    Optional.ofNullable(notified).ifPresent(shell -> new Notice(shell, screen).send(end));
  }

  private Screen screen() {
    PrintWriter err = command.commandLine().getErr();
    return isQuiet || isJson ? new QuietScreen(err) : Screen.of(err);
  }

  /** Java takes the empty path for the current folder. */
  private void requireName(Path folder) {
    if (folder.toString().isBlank()) {
      throw new ParameterException(
          command.commandLine(),
          "Cannot write results: --out must be the name of a folder, got '%s'".formatted(folder));
    }
  }

  private RetryPolicy retryPolicy() {
    if (retrain) {
      return RetryPolicy.RETRAIN;
    }
    return retryFailed ? RetryPolicy.RETRY_FAILED : RetryPolicy.KEEP_FAILED;
  }

  private RunReport reported(RunOptions options, Screen screen) {
    RunEvents progress =
        isJson ? new JsonProgress(command.commandLine().getOut()) : new LiveProgress(screen);
    if (!keepsReport) {
      return SweepRun.execute(options, progress);
    } else if (!QueryEngineName.duckdb.reads(out)) {
      throw new ParameterException(
          command.commandLine(),
          "Cannot keep a page: --report must be left out where results are not on this machine");
    }
    LiveReport page = LiveReport.of(out, screen::problem);
    try {
      return SweepRun.execute(options, progress);
    } finally {
      page.end();
    }
  }

  private int end(RunReport report, Screen screen) {
    screen.close();
    if (!isJson) {
      print(report);
    }
    int code = report.isComplete() ? ExitCode.DONE : ExitCode.INCOMPLETE;
    tell(RunEnd.of(code, out, report), screen);
    return code;
  }

  private void print(RunReport report) {
    PrintWriter writer = command.commandLine().getOut();
    RunSummary.print(report, out, writer);
    if (report.count(TrialStatus.FAILED) > 0) {
      writer.println("To run again what failed: " + CommandText.of(command, "--retry-failed"));
      writer.flush();
    }
  }
}
