package prunesweep.driver.sql;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.classic.Dataset;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import prunesweep.driver.tables.Table;
import prunesweep.driver.views.SqlFunctions;
import prunesweep.driver.views.View;
import prunesweep.driver.views.Views;

/** Spark SQL. */
final class SparkEngine implements QueryEngine {

  /** Spark's option that takes paths as they are: brackets and braces are letters of a name. */
  private static final String GLOB_PATHS = "__globPaths__";

  private final SparkSession session;

  /** What is registered already: to read a view takes Spark longer than most queries. */
  private Map<Table<?>, List<Path>> registeredFiles = Map.of();

  private final Set<String> registeredViews = new HashSet<>();

  SparkEngine(org.apache.spark.sql.SparkSession session) {
    this.session = (SparkSession) session;
  }

  @Override
  public <T> T answer(
      String query, Map<Table<?>, List<Path>> files, Function<QueryAnswer, T> reader) {
    Relations relations = Relations.of(files.keySet());
    if (!files.equals(registeredFiles)) {
      register(files);
    }
    registerViews(query);
    try {
      SparkGate.requireParsed(session.sessionState().sqlParser().parsePlan(query), relations);
      Dataset<Row> rows = session.sql(query);
      SparkGate.requireAnalysed(rows.queryExecution().analyzed());
      return reader.apply(new SparkAnswer(rows));
    } catch (StackOverflowError failure) {
      throw QueryBounds.tooComplex();
    } catch (Exception | OutOfMemoryError failure) {
      if (failure instanceof QueryException refused) {
        throw refused;
      }
      throw SparkProblem.of(failure, relations);
    }
  }

  private void register(Map<Table<?>, List<Path>> files) {
    registeredViews.clear();
    // Without them a query's text could name variables of the environment, or files as tables.
    session.conf().set("spark.sql.variable.substitute", "false");
    session.conf().set("spark.sql.runSQLOnFiles", "false");
    files.forEach(this::register);
    session
        .udf()
        .register(
            SqlFunctions.STUDENT_T95,
            (UDF1<Number, Double>)
                degrees -> degrees == null ? null : SqlFunctions.studentT95(degrees.doubleValue()),
            DataTypes.DoubleType);
    session
        .udf()
        .register(
            SqlFunctions.SIGN_FLIP_P,
            (UDF1<String, Double>) SqlFunctions::signFlipP,
            DataTypes.DoubleType);
    registeredFiles = Map.copyOf(files);
  }

  private void registerViews(String query) {
    for (View view : Views.neededBy(query)) {
      if (registeredViews.add(view.name())) {
        session.sql(view.sql()).createOrReplaceTempView(view.name());
      }
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
