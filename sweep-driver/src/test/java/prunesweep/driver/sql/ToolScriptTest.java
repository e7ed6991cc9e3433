package prunesweep.driver.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.driver.spark.Master;
import prunesweep.driver.spark.OpenSession;
import prunesweep.driver.spark.Sessions;
import prunesweep.driver.tables.MeasuredTrials;
import prunesweep.driver.tables.ResultTables;
import prunesweep.driver.tables.Tables;
import prunesweep.driver.tables.TrialRow;
import prunesweep.driver.views.SqlFunctions;
import prunesweep.driver.views.Views;

/** What is pasted into other tools, run there, beside the answers of {@code sweep sql}. */
class ToolScriptTest {

  private static final String PAIRED =
      "SELECT n, difference_mean, difference_low, difference_high, difference_p FROM paired"
          + " ORDER BY difference_mean";
  private static final String SUMMARY =
      "SELECT method, stage, n, test_accuracy_mean, test_accuracy_low, test_accuracy_high"
          + " FROM summary ORDER BY method, stage";

  @TempDir Path directory;

  private Path results;

  @BeforeEach
  void writeResults() {
    results = directory.resolve("my [results]'");
    MeasuredTrials trials = new MeasuredTrials("small");
    List<TrialRow> rows = new ArrayList<>();
    for (int seed = 0; seed < 7; seed++) {
      rows.add(trials.dense(seed, 0.8 + seed * seed / 1000.0));
      rows.add(trials.pruned(seed, 0.79 + seed / 300.0, 6, 1));
    }
    try (ResultTables tables = ResultTables.open(results)) {
      tables.commit(rows);
    }
  }

  private static List<String> statements(String script) {
    return Pattern.compile(";\n\n").splitAsStream(script).toList();
  }

  private List<List<String>> expected(String query) {
    return Answers.byDuckDb(query, results).rounded();
  }

  @Test
  void duckDbHasAllTablesAndViews() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(ToolScript.of(results).duckDb());
      for (String query : List.of(SUMMARY, PAIRED)) {
        assertThat(cells(statement, query)).isEqualTo(expected(query));
      }
      for (String relation : relations()) {
        statement.executeQuery("SELECT count(*) FROM " + relation).close();
      }
      for (int degrees : new int[] {1, 2, 99, 100, 101, 5000}) {
        double value = number(statement, "SELECT student_t95(%d)".formatted(degrees));
        assertThat(value).isCloseTo(SqlFunctions.studentT95(degrees), within(1e-9));
      }
      String text = "0.5 -0.25 0.125 1 2 -3 0.75";
      assertThat(number(statement, "SELECT sign_flip_p('%s')".formatted(text)))
          .isEqualTo(SqlFunctions.signFlipP(text));
    }
  }

  private static List<String> relations() {
    List<String> names = new ArrayList<>();
    Tables.current().all().forEach(table -> names.add(table.name()));
    Views.all().forEach(view -> names.add(view.name()));
    return names;
  }

  private static double number(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getDouble(1);
    }
  }

  private static List<List<String>> cells(Statement statement, String query) throws SQLException {
    List<List<String>> cells = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          row.add(Answers.Read.rounded(rows.getString(column)));
        }
        cells.add(row);
      }
    }
    return cells;
  }

  @Test
  void sparkHasAllTablesAndViews() {
    try (OpenSession session =
        Sessions.open("test", new Master("local[2]"), Answers.FOR_FEW_ROWS)) {
      SparkSession spark = session.spark();
      for (String statement : statements(ToolScript.of(results).spark())) {
        spark.sql(statement);
      }
      for (String query : List.of(SUMMARY, PAIRED)) {
        List<List<String>> cells = new ArrayList<>();
        for (Row row : spark.sql(query).collectAsList()) {
          List<String> texts = new ArrayList<>();
          for (int column = 0; column < row.size(); column++) {
            texts.add(
                Answers.Read.rounded(
                    row.isNullAt(column) ? null : String.valueOf(row.get(column))));
          }
          cells.add(texts);
        }
        assertThat(cells).isEqualTo(expected(query));
      }
      // To run them all takes minutes; DuckDB does, and both read the same SQL.
      relations().forEach(relation -> spark.sql("SELECT * FROM " + relation).schema());
    }
  }

  @Test
  void pythonHandsDuckDbTheSameStatements() {
    ToolScript script = ToolScript.of(results);
    assertThat(script.python())
        .startsWith("import duckdb")
        .contains("r\"\"\"\n" + script.duckDb() + "\"\"\")")
        .containsOnlyOnce("r\"\"\"");
    assertThat(script.duckDb()).doesNotContain("\"\"\"");
  }

  @Test
  void trinoHasATableForEachThatHasFiles() {
    assertThat(ToolScript.of(results).trino())
        .startsWith("CREATE SCHEMA IF NOT EXISTS hive.prunesweep;")
        .contains("CREATE TABLE hive.prunesweep.trials (\n  trial_id VARCHAR,\n")
        .contains("  weights VARBINARY", "format = 'PARQUET'")
        .contains("external_location = 'file:///");
  }
}
