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
    <T> T over(Path results, Function<ResultQuery, T> asking) {
      return asking.apply(ResultQuery.byDuckDb(results));
    }
  },
  /** Spark SQL, some seconds later. */
  spark {
    @Override
    boolean reads(Path results) {
      return true;
    }

    @Override
    <T> T over(Path results, Function<ResultQuery, T> asking) {
      ResultFiles.requireReadable(results); // before the seconds that Spark takes to start
      try (OpenSession session = Sessions.open("sql", new Master("local[*]"), PROPERTIES)) {
        return asking.apply(new ResultQuery(session, results));
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

  /** The one that answers soonest over {@code results}. */
  static QueryEngineName of(Path results) {
    return duckdb.reads(results) ? duckdb : spark;
  }

  /** Lets {@code asking} ask the {@code results}. */
  abstract <T> T over(Path results, Function<ResultQuery, T> asking);

  /** Runs {@code query} over {@code results} and makes something of the answer. */
  <T> T run(String query, Path results, Function<QueryAnswer, T> reader) {
    return over(results, asked -> asked.run(query, reader));
  }
}
