package prunesweep.driver.cli;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import prunesweep.driver.spark.Master;
import prunesweep.driver.spark.OpenSession;
import prunesweep.driver.spark.Sessions;
import prunesweep.driver.sql.QueryAnswer;
import prunesweep.driver.sql.ResultQuery;
import prunesweep.driver.tables.ResultFiles;

/** The engines that run queries, by the names that the option {@code --engine} takes. */
enum QueryEngineName {
  /** At once, within this process. */
  duckdb {
    @Override
    boolean reads(Path results) {
      return results.getFileSystem().equals(FileSystems.getDefault());
    }

    @Override
    <T> T run(String query, Path results, Function<QueryAnswer, T> reader) {
      return ResultQuery.byDuckDb(results).run(query, reader);
    }
  },
  /** Spark SQL, some seconds later. */
  spark {
    @Override
    boolean reads(Path results) {
      return true;
    }

    @Override
    <T> T run(String query, Path results, Function<QueryAnswer, T> reader) {
      ResultFiles.requireReadable(results); // before the seconds that Spark takes to start
      try (OpenSession session = Sessions.open("sql", new Master("local[*]"), PROPERTIES)) {
        return new ResultQuery(session, results).run(query, reader);
      }
    }
  };

  private static final Map<String, String> PROPERTIES =
      Map.of(
          "spark.sql.jsonGenerator.ignoreNullFields",
          "false",
          // A query that needs too much memory fails; the process goes on to say so.
          "spark.executor.killOnFatalError.depth",
          "0");

  /** Says if it can read results there. */
  abstract boolean reads(Path results);

  /** Runs {@code query} over {@code results} and makes something of the answer. */
  abstract <T> T run(String query, Path results, Function<QueryAnswer, T> reader);
}
