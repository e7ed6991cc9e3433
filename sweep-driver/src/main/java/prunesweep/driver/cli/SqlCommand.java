package prunesweep.driver.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import prunesweep.driver.spark.Master;
import prunesweep.driver.spark.OpenSession;
import prunesweep.driver.spark.Sessions;
import prunesweep.driver.sql.ResultQuery;
import prunesweep.driver.tables.ResultFiles;

/** {@code sweep sql}: asks the result tables. */
@Command(
    name = "sql",
    mixinStandardHelpOptions = true,
    description = {
      "Runs Spark SQL over the result tables: trials, epochs, cycles, layers, sweeps,",
      "evaluations, singular_values, pca, heat_maps.",
      "Their columns are in docs/results.md, or: sweep sql \"DESCRIBE trials\"."
    })
final class SqlCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Parameters(index = "0", paramLabel = "QUERY", description = "One query, in quotes.")
  private String query;

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

  @Override
  public Integer call() {
    ResultFiles.requireReadable(results);
    Map<String, String> properties =
        Map.of(
            "spark.sql.jsonGenerator.ignoreNullFields",
            "false",
            // A query that needs too much memory fails; the process goes on to say so.
            "spark.executor.killOnFatalError.depth",
            "0");
    PrintWriter out = command.commandLine().getOut();
    try (OpenSession session = Sessions.open("sql", new Master("local[*]"), properties)) {
      out.print(new ResultQuery(session, results).run(query, format::render));
    }
    out.flush();
    return ExitCode.DONE;
  }
}
