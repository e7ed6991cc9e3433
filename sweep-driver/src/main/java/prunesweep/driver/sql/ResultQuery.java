package prunesweep.driver.sql;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import prunesweep.driver.spark.OpenSession;
import prunesweep.driver.tables.ResultFiles;
import prunesweep.driver.tables.Table;
import prunesweep.driver.tables.Tables;

/** Runs one query over the live files of a results folder, each table registered by its name. */
public final class ResultQuery {

  /** Spark's option that takes paths as they are: brackets and braces are letters of a name. */
  private static final String GLOB_PATHS = "__globPaths__";

  private final SparkSession session;
  private final Path results;
  private final Tables tables;

  /** Queries on {@code session} over {@code results}. */
  public ResultQuery(OpenSession session, Path results) {
    this(session, results, Tables.current());
  }

  /** Queries on {@code session} over the {@code tables} of {@code results}. */
  public ResultQuery(OpenSession session, Path results, Tables tables) {
    this.session = session.spark();
    this.results = results;
    this.tables = tables;
  }

  /**
   * Runs {@code query}, Spark SQL that reads and does not write.
   *
   * @param reader makes something of the answer; runs again when files change meanwhile
   * @throws QueryException if it cannot be run, with one sentence
   * @throws prunesweep.driver.tables.TablesException if there are no results
   */
  public <T> T run(String query, Function<QueryAnswer, T> reader) {
    return ResultFiles.read(results, tables, files -> answer(query, files, reader));
  }

  private <T> T answer(
      String query, Map<Table<?>, List<Path>> files, Function<QueryAnswer, T> reader) {
    QueryBounds.require(query);
    files.forEach(this::register);
    try {
      ReadOnly.require(query);
      return reader.apply(new QueryAnswer(session.sql(query)));
    } catch (StackOverflowError failure) {
      throw QueryBounds.tooComplex();
    } catch (Exception | OutOfMemoryError failure) {
      if (failure instanceof QueryException refused) {
        throw refused;
      }
      throw new QueryException("Cannot run the query: %s".formatted(Sentence.of(failure)), failure);
    }
  }

  private void register(Table<?> table, List<Path> files) {
    rows(table, files).withColumns(older(table)).createOrReplaceTempView(table.name());
  }

  /** A table may have no file yet: all commits may be older than it. */
  private Dataset<Row> rows(Table<?> table, List<Path> files) {
    if (files.isEmpty()) {
      return session.createDataFrame(List.of(), table.structType());
    }
    String[] paths =
        files.stream().map(file -> file.toAbsolutePath().toString()).toArray(String[]::new);
    return session.read().schema(table.structType()).option(GLOB_PATHS, false).parquet(paths);
  }

  /** Spark reads null where a file lacks a column; in these columns no row has none. */
  private static Map<String, Column> older(Table<?> table) {
    Map<String, Column> columns = new HashMap<>();
    table
        .valuesInOlderFiles()
        .forEach(
            (name, value) ->
                columns.put(
                    name, functions.coalesce(functions.col(name), functions.lit(value)).as(name)));
    return columns;
  }
}
