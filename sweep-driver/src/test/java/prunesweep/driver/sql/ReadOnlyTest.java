package prunesweep.driver.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.analysis.TableFunctionRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prunesweep.driver.tables.MeasuredTrials;
import prunesweep.driver.tables.ResultFiles;
import prunesweep.driver.tables.ResultTables;
import prunesweep.driver.tables.Tables;
import scala.jdk.javaapi.CollectionConverters;

/** Queries that would change something, or see more than the results, by both engines. */
class ReadOnlyTest {

  @TempDir static Path directory;

  private static Answers answers;
  private static Path results;
  private static Path secret;

  @BeforeAll
  static void open() throws IOException {
    answers = new Answers();
    results = directory.resolve("out");
    secret = Files.writeString(directory.resolve("secret.txt"), "secret");
    try (ResultTables tables = ResultTables.open(results)) {
      tables.commit(List.of(new MeasuredTrials("small").dense(0, 0.5)));
    }
  }

  @AfterAll
  static void close() {
    answers.close();
  }

  private static String written(String query) {
    return query
        .replace("$SECRET", secret.toString())
        .replace("$NEW", directory.resolve("new").toString())
        .replace("$RESULTS", results.toString());
  }

  private static void requireRefusal(Runnable query) throws IOException {
    assertThatThrownBy(query::run)
        .isInstanceOf(QueryException.class)
        .hasMessageStartingWith("Cannot run the query: ")
        .hasMessageNotContaining("\n");
    assertThat(directory.resolve("new")).doesNotExist();
    assertThat(System.getProperty("prunesweep.set.by.query")).isNull();
    try (Stream<Path> files = Files.walk(results)) {
      assertThat(files.filter(Files::isRegularFile))
          .allMatch(
              file ->
                  file.toString().endsWith("commit-00000001-00000001.parquet")
                      || file.getFileName().toString().startsWith("."));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT TRANSFORM(trial_id) USING 'touch $NEW' AS (a) FROM trials",
        "SELECT java_method('java.lang.System', 'exit', 7)",
        "SELECT reflect('java.lang.System', 'setProperty', 'prunesweep.set.by.query', 'x')",
        "SELECT try_reflect('java.lang.System', 'getProperty', 'user.home')",
        "SELECT builtin.reflect('java.lang.System', 'getProperty', 'user.home')",
        "SELECT IDENTIFIER('ref' || 'lect')('java.lang.System', 'getProperty', 'user.home')",
        "SELECT * FROM VALUES (reflect('java.lang.System', 'getProperty', 'user.home'))",
        "SELECT (SELECT reflect('java.lang.System', 'getProperty', 'user.home')) FROM trials",
        "SELECT * FROM trials WHERE EXISTS (SELECT * FROM text.`$SECRET`)",
        "WITH a AS (SELECT * FROM text.`$SECRET`) SELECT * FROM a",
        "WITH text AS (SELECT 1) SELECT * FROM text.`$SECRET`",
        "SELECT row_number() OVER w FROM trials WINDOW w AS"
            + " (ORDER BY reflect('java.lang.System', 'getProperty', 'user.home'))",
        "SELECT * FROM trials LATERAL VIEW reflect('java.lang.System', 'getenv') t",
        "SELECT input_file_name() FROM trials",
        "SELECT input_file_block_start(), input_file_block_length() FROM trials",
        "SELECT current_user()",
        "SELECT current_user",
        "SELECT user()",
        "SELECT from_xml('<a/>', 'a INT', map('rowValidationXSDPath', '$SECRET'))",
        "SELECT from_protobuf(CAST('x' AS BINARY), 'm', '$SECRET')",
        "SELECT xpath_string('<!DOCTYPE a [<!ENTITY x SYSTEM \"file://$SECRET\">]><a>&x;</a>',"
            + " 'a')",
        "SELECT xpath('<a/>', 'a')",
        "SELECT * FROM text.`$SECRET`",
        "SELECT * FROM csv.`$SECRET`",
        "SELECT * FROM parquet.`$RESULTS/tables/trials`",
        "SELECT * FROM IDENTIFIER('text.`$SECRET`')",
        "DESCRIBE csv.`$SECRET`",
        "DESCRIBE QUERY SELECT * FROM csv.`$SECRET`",
        "EXPLAIN SELECT * FROM csv.`$SECRET`",
        "EXPLAIN CODEGEN SELECT reflect('java.lang.System', 'getProperty', 'user.home')",
        "SELECT * FROM python_worker_logs()",
        "SELECT * FROM default.trials",
        "SET spark.sql.variable.substitute = true",
        "SET",
        "RESET",
        "ADD JAR '$SECRET'",
        "ADD FILE '$SECRET'",
        "LIST FILES",
        "CREATE TEMPORARY FUNCTION f AS 'java.lang.String'",
        "CREATE TEMPORARY VIEW v USING text OPTIONS (path '$SECRET')",
        "CACHE TABLE trials",
        "INSERT OVERWRITE DIRECTORY '$NEW' USING parquet SELECT 1",
        "LOAD DATA INPATH '$SECRET' INTO TABLE trials",
        "DECLARE VARIABLE x = 1",
        "USE default"
      })
  void sparkRefuses(String query) throws IOException {
    requireRefusal(() -> answers.bySpark(written(query), results));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM '$SECRET'",
        "SELECT * FROM \"$SECRET\"",
        "SELECT * FROM read_text('$SECRET')",
        "SELECT * FROM read_blob('$SECRET')",
        "SELECT * FROM read_csv('$SECRET')",
        "SELECT * FROM sniff_csv('$SECRET')",
        "SELECT * FROM read_parquet('$RESULTS/tables/trials/*.parquet')",
        "SELECT * FROM parquet_metadata('$RESULTS/tables/trials/commit-00000001-00000001.parquet')",
        "SELECT * FROM glob('$RESULTS/*')",
        "SELECT * FROM read_parquet('https://example.org/a.parquet')",
        "SELECT (SELECT max(content) FROM read_text('$SECRET'))",
        "WITH a AS (SELECT * FROM read_text('$SECRET')) SELECT * FROM a",
        "SELECT * FROM query('SELECT * FROM read_text(''$SECRET'')')",
        "SELECT * FROM query_table('trials')",
        "SELECT * FROM json_execute_serialized_sql('{}')",
        "SELECT * FROM duckdb_settings()",
        "SELECT * FROM duckdb_secrets()",
        "SELECT current_setting('extension_directory')",
        "SELECT getenv('HOME')",
        "SELECT write_log('x')",
        "EXPLAIN ANALYZE SELECT * FROM read_text('$SECRET')",
        "EXPLAIN COPY trials TO '$NEW'",
        "DESCRIBE SELECT * FROM read_csv('$SECRET')",
        "SUMMARIZE '$SECRET'",
        "COPY trials TO '$NEW'",
        "COPY trials TO '$RESULTS/tables/trials/commit-00000001-00000001.parquet'",
        "EXPORT DATABASE '$NEW'",
        "ATTACH '$NEW'",
        "ATTACH ':memory:' AS other",
        "INSTALL httpfs",
        "LOAD json",
        "SET enable_external_access = true",
        "RESET enable_external_access",
        "PRAGMA enable_profiling",
        "CALL pragma_version()",
        "CREATE TABLE x AS SELECT 1",
        "CREATE MACRO f(x) AS x",
        "INSERT INTO trials SELECT * FROM trials",
        "DELETE FROM trials",
        "DROP VIEW trials",
        "SELECT 1; DROP VIEW trials",
        "EXPLAIN SELECT 1; DROP VIEW trials",
        "PREPARE p AS SELECT 1",
        "CHECKPOINT",
        "VACUUM",
        "BEGIN",
        "SELECT * FROM main.trials; SELECT 1",
        "SELECT * FROM information_schema.tables",
        "SELECT list(i) FROM range(1000000000) r(i)",
        "SELECT * FROM range(1000001)",
        "SELECT 'a",
        "SELECT nothing(seed) FROM trials",
        "SELECT CAST(trial_id AS INT) FROM trials",
        "SELECT sign_flip_p('x')"
      })
  void duckDbRefuses(String query) throws IOException {
    requireRefusal(() -> Answers.byDuckDb(written(query), results));
  }

  /** Were the gate open, DuckDB itself would still not read, write or change its settings. */
  @Test
  void duckDbIsConfinedBehindItsGate() {
    for (String query :
        List.of(
            "SELECT * FROM read_text('$SECRET')",
            "COPY trials TO '$NEW'",
            "ATTACH '$NEW'",
            "SET enable_external_access = true",
            "INSTALL httpfs")) {
      assertThatThrownBy(() -> executeUngated(written(query)))
          .as(query)
          .hasMessageMatching("(?s).*(disabled by configuration|has been locked).*");
    }
  }

  private static void executeUngated(String query) throws SQLException {
    ResultFiles.read(
        results,
        Tables.PUBLISHED,
        files -> {
          try (Connection connection = DuckDbEngine.confined("", files);
              Statement statement = connection.createStatement()) {
            return statement.execute(query);
          }
        });
  }

  @Test
  void variablesOfTheProcessAreText() {
    assertThat(
            answers
                .bySpark("SELECT '${env:PATH}' AS a, '${system:user.home}' AS b", results)
                .cells())
        .containsExactly(List.of("${env:PATH}", "${system:user.home}"));
  }

  /** Whoever takes a newer Spark looks at what it brings. */
  @Test
  void everyFunctionOfTablesIsKnown() {
    assertThat(names(TableFunctionRegistry.builtin().listFunction()))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Reach.OF_SPARK.ofTables().stream(),
                    Stream.of("python_worker_logs", "collations", "sql_keywords"))
                .toList());
    assertThat(names(FunctionRegistry.builtin().listFunction()))
        .containsAll(Reach.OF_SPARK.refused())
        .hasSize(523);
  }

  private static List<String> names(
      scala.collection.Seq<org.apache.spark.sql.catalyst.FunctionIdentifier> functions) {
    return CollectionConverters.asJava(functions).stream().map(Object::toString).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"trails", "sumary", "TRIALZ"})
  void namesTheNearestTable(String name) {
    String query = "SELECT * FROM " + name;
    String nearest = name.startsWith("s") ? "summary" : "trials";
    assertThatThrownBy(() -> Answers.byDuckDb(query, results))
        .hasMessageContaining(name)
        .hasMessageEndingWith("did you mean " + nearest + "?");
    assertThatThrownBy(() -> answers.bySpark(query, results))
        .hasMessageContaining(name)
        .hasMessageEndingWith("did you mean " + nearest + "?");
  }

  @Test
  void namesTheNearestColumn() {
    String query = "SELECT tst_accuracy FROM trials";
    assertThatThrownBy(() -> Answers.byDuckDb(query, results))
        .hasMessageEndingWith("got tst_accuracy; did you mean test_accuracy?");
    assertThatThrownBy(() -> answers.bySpark(query, results))
        .hasMessageEndingWith("got tst_accuracy; did you mean test_accuracy?");
    assertThatThrownBy(() -> Answers.byDuckDb("SELECT t.sparsty FROM trials t", results))
        .hasMessageEndingWith("got sparsty; did you mean sparsity?");
  }

  @Test
  void allowsWhatStaysWithin() {
    for (String query :
        List.of(
            "WITH a AS (SELECT seed FROM trials) SELECT * FROM a JOIN A AS b USING (seed)",
            "SELECT * FROM range(3)",
            "SELECT * FROM TRIALS t WHERE EXISTS (SELECT 1 FROM epochs e WHERE e.trial_id ="
                + " t.trial_id)",
            "SELECT * FROM (VALUES (1, 2)) AS v(a, b)",
            "SELECT max(seed) FROM trials GROUP BY method HAVING count(*) > 0 ORDER BY 1 LIMIT 1",
            "DESCRIBE summary;")) {
      assertThat(Answers.byDuckDb(query, results).cells()).as(query).isNotEmpty();
      assertThat(answers.bySpark(query, results).cells()).as(query).isNotEmpty();
    }
  }
}
