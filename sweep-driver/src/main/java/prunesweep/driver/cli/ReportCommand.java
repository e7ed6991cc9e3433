package prunesweep.driver.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sweep report}: the results as a page of charts and tables. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the results as one HTML page of charts and tables that needs no network and no other"
          + " file: accuracy against sparsity, training curves, ranks, trials, failures and more.",
      "A sweep may be running; run --report keeps the page current."
    })
final class ReportCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DIR",
      defaultValue = "results",
      description = "Folder of the results (default: ${DEFAULT-VALUE}).")
  private Path results;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = "report.html",
      description = "The page, replaced if it is there (default: ${DEFAULT-VALUE}).")
  private Path file;

  @Override
  public Integer call() {
    if (Files.isDirectory(file) || file.getFileName().toString().isBlank()) {
      throw refuse();
    }
    try {
      long bytes = ReportFile.write(results, file);
      PrintWriter out = command.commandLine().getOut();
      out.printf("Page in %s: %.1f MB%n", Printable.line(file.toString()), bytes / 1e6);
      out.flush();
      return ExitCode.DONE;
    } catch (IOException e) {
      throw refuse();
    }
  }

  private ParameterException refuse() {
    return new ParameterException(
        command.commandLine(),
        "Cannot write the page: --output must be a file that can be written, got '%s'"
            .formatted(file));
  }
}
