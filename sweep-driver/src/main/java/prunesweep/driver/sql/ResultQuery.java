package prunesweep.driver.sql;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import prunesweep.driver.spark.OpenSession;
import prunesweep.driver.tables.ResultFiles;
import prunesweep.driver.tables.Table;
import prunesweep.driver.tables.Tables;

/** Runs one query over the live files of a results folder, each table and view by its name. */
public final class ResultQuery {

  private final QueryEngine engine;
  private final Path results;
  private final Tables tables;

  private ResultQuery(QueryEngine engine, Path results, Tables tables) {
    this.engine = engine;
    this.results = results;
    this.tables = tables;
  }

  /** Queries by DuckDB, within this process and at once, over {@code results}. */
  public static ResultQuery byDuckDb(Path results) {
    return new ResultQuery(new DuckDbEngine(), results, Tables.current());
  }

  /** Queries by Spark on {@code session} over {@code results}. */
  public ResultQuery(OpenSession session, Path results) {
    this(session, results, Tables.current());
  }

  /** Queries by Spark on {@code session} over the {@code tables} of {@code results}. */
  public ResultQuery(OpenSession session, Path results, Tables tables) {
    this(new SparkEngine(session.spark()), results, tables);
  }

  /**
   * Runs {@code query}, SQL that reads and does not write.
   *
   * @param reader makes something of the answer; runs again when files change meanwhile
   * @throws QueryException if it cannot be run, with one sentence
   * @throws prunesweep.driver.tables.TablesException if there are no results
   */
  public <T> T run(String query, Function<QueryAnswer, T> reader) {
    return together(queries -> queries.run(query, reader));
  }

  /** Queries that see the same rows, whatever is committed meanwhile. */
  public interface Queries {

    /**
     * Runs one query.
     *
     * @throws QueryException if it cannot be run, with one sentence
     */
    <T> T run(String query, Function<QueryAnswer, T> reader);
  }

  /**
   * Lets {@code asking} run some queries over one state of the results.
   *
   * @param asking makes something of the answers; runs again when files change meanwhile
   * @throws prunesweep.driver.tables.TablesException if there are no results
   */
  public <T> T together(Function<Queries, T> asking) {
    return ResultFiles.read(results, tables, files -> asking.apply(over(files)));
  }

  private Queries over(Map<Table<?>, List<Path>> files) {
    return new Queries() {
      @Override
      public <T> T run(String query, Function<QueryAnswer, T> reader) {
        QueryBounds.require(query);
        return engine.answer(query, files, reader);
      }
    };
  }
}
