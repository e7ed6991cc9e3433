package prunesweep.driver.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import prunesweep.driver.progress.StatusJson;
import prunesweep.driver.progress.SweepStatus;
import prunesweep.driver.tables.EndedTrials;
import prunesweep.driver.tables.FolderWriter;
import prunesweep.driver.tables.StatusFile;

/** {@code sweep status}: where a sweep stands, asked from anywhere that reads its folder. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = {
      "Says where the sweep in a results folder stands: from another terminal or host, while it"
          + " runs or after it died."
    })
final class StatusCommand implements Callable<Integer> {

  private static final long SECONDS_BETWEEN = 2;
  private static final int WIDTH = 100;

  @Spec private CommandSpec command;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      defaultValue = "results",
      description = "Folder of the results (default: ${DEFAULT-VALUE}).")
  private Path results;

  @Option(names = "--watch", description = "Goes on until no driver holds the folder.")
  private boolean watches;

  @Option(names = "--json", description = "Prints a line of JSON, each time that it looks.")
  private boolean isJson;

  /**
   * What was found.
   *
   * @param status what the driver said last, with the trials that have ended by now
   * @param driver the process that holds the folder; empty where none does
   */
  private record Found(SweepStatus status, Optional<String> driver) {

    boolean isRunning() {
      return !status.hasEnded() && driver.isPresent();
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    Found found = find();
    try (Screen screen = screen()) {
      while (watches && found.isRunning()) {
        show(found, screen);
        TimeUnit.SECONDS.sleep(SECONDS_BETWEEN);
        found = find();
      }
    }
    print(found);
    return ExitCode.DONE;
  }

  private Screen screen() {
    PrintWriter err = command.commandLine().getErr();
    return isJson || !watches ? new QuietScreen(err) : Screen.of(err);
  }

  private void show(Found found, Screen screen) {
    screen.show(found.status());
    if (isJson) {
      print(found);
    }
  }

  private Found find() {
    SweepStatus said =
        StatusFile.read(results)
            .flatMap(StatusJson::read)
            .orElseThrow(
                () ->
                    new ParameterException(
                        command.commandLine(),
                        "Cannot say where a sweep stands: DIR must be a folder that sweep run has"
                            + " written with this version, got %s".formatted(results)));
    Optional<String> driver =
        said.hasEnded() ? Optional.empty() : FolderWriter.of(results, said.at());
    return new Found(driver.isPresent() ? said : counted(said), driver);
  }

  /** Of a driver that died the last trials may be kept and not said. */
  private SweepStatus counted(SweepStatus said) {
    EndedTrials ended = EndedTrials.of(results, said.sweepId());
    return said.stopped(ended.done(), ended.failed());
  }

  private void print(Found found) {
    PrintWriter out = command.commandLine().getOut();
    if (isJson) {
      out.println(StatusJson.of(found.status(), found.driver()));
    } else if (found.isRunning()) {
      out.println("%s: %s".formatted(name(found), found.driver().orElseThrow()));
      StatusLines.of(found.status(), Terminal.columnsOr(WIDTH), Instant.now())
          .forEach(out::println);
    } else {
      out.println("%s: %s".formatted(name(found), end(found.status())));
    }
    out.flush();
  }

  private static String name(Found found) {
    return Printable.line(found.status().sweep());
  }

  private String end(SweepStatus status) {
    String counts = StatusLines.counts(status.trials());
    Instant at = status.at().truncatedTo(ChronoUnit.SECONDS);
    return status.hasEnded()
        ? "%s; the last run ended at %s".formatted(counts, at)
        : "no driver has held %s since %s; %s; the same sweep run goes on"
            .formatted(Printable.line(results.toString()), at, counts);
  }
}
