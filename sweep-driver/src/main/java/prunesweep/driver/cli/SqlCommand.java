package prunesweep.driver.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import prunesweep.driver.sql.ToolScript;
import prunesweep.driver.tables.ResultFiles;

/** {@code sweep sql}: asks the result tables. */
@Command(
    name = "sql",
    mixinStandardHelpOptions = true,
    description = {
      "Runs SQL over the result tables, such as trials, epochs, layers and evaluations, and over"
          + " views of them (--views), such as summary and paired, which give means and intervals"
          + " over seeds.",
      "Without a query, on a terminal, it asks for queries: a tab completes names.",
      "The columns of tables are in docs/results.md, or: sweep sql \"DESCRIBE trials\"."
    })
final class SqlCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Mixin private final QueryText query = new QueryText();

  @Option(
      names = "--results",
      paramLabel = "DIR",
      defaultValue = "results",
      description = "Folder of the results (default: ${DEFAULT-VALUE}).")
  private Path results;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private ResultFormat format;

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      description =
          "What runs it: duckdb, at once, or spark (default: duckdb, for results on this machine).")
  private @Nullable QueryEngineName engine;

  @Option(names = "--views", description = "Lists the views: what a row is, and the columns.")
  private boolean listsViews;

  @Option(
      names = "--init",
      paramLabel = "TOOL",
      description =
          "Prints what brings the tables and views into another tool, one of:"
              + " ${COMPLETION-CANDIDATES}.")
  private @Nullable ToolName tool;

  @Override
  public Integer call() {
    PrintWriter out = command.commandLine().getOut();
    if (tool != null) {
      out.print(tool.script(ToolScript.of(results)));
      out.flush();
      return ExitCode.DONE;
    }
    if (listsViews) {
      ViewList.print(out);
      return ExitCode.DONE;
    }
    if (query.isMissing() && SqlPrompt.isOnTerminal()) {
      ask(out);
    } else {
      String text = text();
      out.print(engine().run(text, results, format::render));
      out.flush();
    }
    return ExitCode.DONE;
  }

  private void ask(PrintWriter out) {
    QueryEngineName engine = engine();
    ResultFiles.requireReadable(results);
    SqlPrompt prompt = new SqlPrompt(text -> engine.run(text, results, format::render));
    try {
      prompt.onTerminal();
    } catch (IOException e) {
      throw refuse("Cannot ask for queries: the terminal must be one that can be used, got none");
    }
    out.flush();
  }

  private QueryEngineName engine() {
    if (engine == null) {
      return QueryEngineName.of(results);
    } else if (!engine.reads(results)) {
      throw refuse(
          "Cannot run the query: --engine must be spark where results are %s, got %s"
              .formatted(results, engine));
    }
    return engine;
  }

  private String text() {
    if (query.isMissing()) {
      throw refuse("Missing required parameter: QUERY, --file or the standard input");
    } else if (query.isTwice()) {
      throw refuse("Cannot run the query: there must be one of QUERY and --file, got both");
    }
    try {
      return query.read();
    } catch (IOException e) {
      throw refuse(
          "Cannot run the query: --file must be a file that can be read, got " + query.file());
    }
  }

  private ParameterException refuse(String sentence) {
    return new ParameterException(command.commandLine(), sentence);
  }
}
