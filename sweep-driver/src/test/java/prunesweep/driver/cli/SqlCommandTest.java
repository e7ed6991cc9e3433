package prunesweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.driver.run.SmallSweep;
import prunesweep.driver.spark.Master;
import prunesweep.driver.spark.OpenSession;
import prunesweep.driver.spark.Sessions;
import prunesweep.driver.sql.ResultQuery;
import prunesweep.driver.tables.OldResults;
import prunesweep.driver.tables.Table;
import prunesweep.driver.tables.Tables;

/** Questions to the tables of a real sweep: two trials that pruned, and one that diverged. */
class SqlCommandTest {

  private static final String THREE_TRIALS =
      SmallSweep.TEN_TRIALS
          + """
          sweep.seeds = [0]
          analyses = [singular-values, pca, heat-maps]
          keep = [pruned]
          grid = [
            { method = activation, scope = [global, local] }
            { method = dense, training.learning-rate = 1e30 }
          ]
          """;

  private static final String SMALL_QUERY =
      "SELECT method, scope, epochs, error, '' AS empty FROM trials ORDER BY method, scope";

  /** Spark leaves out the zeros at the end of a second's fraction. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
          .toFormatter(Locale.ROOT);

  @TempDir static Path directory;

  private static Path shared;

  @BeforeAll
  static void runThreeTrials() {
    shared = directory.resolve("out é %20 #1");
    Path config = SmallSweep.write(directory, THREE_TRIALS);
    Said said =
        Said.by("run", config.toString(), "--out", shared.toString(), "--master", "local[2]");
    assertThat(said.code()).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(said.out())
        .contains("3 trials: 2 done, 1 failed, 0 not run; tables in " + shared.resolve("tables"))
        .contains(": Training diverged in epoch 1")
        .contains("| target | reached | sparsity |")
        .contains("| 0.5000 | yes     |")
        .contains(
            "Missed their target: 1 of 2" + System.lineSeparator() + "To run again what failed: ")
        .endsWith(" --master 'local[2]' --retry-failed" + System.lineSeparator());
  }

  private static String answer(String... arguments) {
    return answerFrom(shared, arguments);
  }

  private static String answerOfSpark(String... arguments) {
    return answerBy("spark", shared, arguments);
  }

  /** The answer that both engines give. */
  private static String answerFrom(Path results, String... arguments) {
    String answer = answerBy("spark", results, arguments);
    assertThat(answerBy("duckdb", results, arguments)).isEqualTo(answer);
    return answer;
  }

  private static String answerBy(String engine, Path results, String... arguments) {
    List<String> all =
        new ArrayList<>(List.of("sql", "--engine", engine, "--results", results.toString()));
    all.addAll(List.of(arguments));
    Said said = Said.by(all.toArray(String[]::new));
    assertThat(said.err()).isEmpty();
    assertThat(said.code()).isZero();
    return said.out();
  }

  @Test
  void readsResultsOfTheFirstVersion() throws IOException {
    Path old = OldResults.FIRST_SCHEMA.in(directory.resolve("old"));
    assertThat(
            answerFrom(
                old,
                "--format",
                "csv",
                "SELECT status, epochs, t.blas_kernel, openblas_core, s.vector_bits"
                    + " FROM trials t, sweeps s ORDER BY status"))
        .isEqualTo(
            """
            status,epochs,blas_kernel,openblas_core,vector_bits
            done,3,,automatic,
            failed,,,automatic,
            """);
    assertThat(
            answerFrom(
                old, "--format", "csv", "SELECT count(*) AS n, max(pattern) AS p FROM heat_maps"))
        .isEqualTo("n,p\n0,\n");
  }

  @Test
  void writesATable() {
    assertThat(answer(SMALL_QUERY).replace(System.lineSeparator(), "\n"))
        .isEqualTo(
            """
            +------------+--------+--------+-------------------------------------------------------------------------+-------+
            | method     | scope  | epochs | error                                                                   | empty |
            +------------+--------+--------+-------------------------------------------------------------------------+-------+
            | activation | global | 3      | null                                                                    |       |
            | activation | local  | 3      | null                                                                    |       |
            | dense      | null   | null   | Training diverged in epoch 1: the training loss must be finite, got NaN |       |
            +------------+--------+--------+-------------------------------------------------------------------------+-------+
            """);
  }

  @Test
  void writesCsv() {
    assertThat(answer("--format", "csv", SMALL_QUERY))
        .isEqualTo(
            """
            method,scope,epochs,error,empty
            activation,global,3,,""
            activation,local,3,,""
            dense,,,"Training diverged in epoch 1: the training loss must be finite, got NaN",""
            """);
  }

  @Test
  void writesJson() throws IOException {
    String text = answer("--format", "JSON", SMALL_QUERY);
    assertThat(text.lines().skip(1).findFirst())
        .contains(
            "{\"method\":\"activation\",\"scope\":\"global\",\"epochs\":3,\"error\":null,"
                + "\"empty\":\"\"},");
    JsonNode rows = new ObjectMapper().readTree(text);
    assertThat(rows.size()).isEqualTo(3);
    assertThat(rows.get(2).get("error").asText()).startsWith("Training diverged");
    assertThat(rows.get(2).get("epochs").isNull()).isTrue();
  }

  @Test
  void writesAnEmptyAnswer() throws IOException {
    String none = "SELECT seed FROM trials WHERE seed > 5";
    assertThat(answer("--format", "csv", none)).isEqualTo("seed\n");
    assertThat(new ObjectMapper().readTree(answer("--format", "json", none)).isEmpty()).isTrue();
  }

  @Test
  void writesTimesInUtcAndLists() {
    String query =
        "SELECT timestamp '2026-07-01 12:00:00Z' AS time, array(1, 2) AS list, 'a' AS x, 'b' AS x";
    assertThat(answerOfSpark("--format", "csv", query))
        .isEqualTo("time,list,x,x\n2026-07-01 12:00:00,\"[1, 2]\",a,b\n");
  }

  @Test
  void saysWhatThereIs() {
    assertThat(answerOfSpark("--format", "csv", "SHOW TABLES"))
        .contains(",cycles,", ",epochs,", ",layers,", ",sweeps,", ",trials,")
        .contains(",evaluations,", ",heat_maps,", ",pca,", ",singular_values,", ",sweep_trials,");
    assertThat(answerOfSpark("--format", "csv", "DESCRIBE trials"))
        .contains("trial_id,string,", "test_accuracy,double,", "seed,bigint,");
    assertThat(answerOfSpark("EXPLAIN SELECT * FROM trials")).contains("Physical Plan");
  }

  @Test
  void answersByDuckDbUnlessAskedForSpark() {
    assertThat(Said.by("sql", "--results", shared.toString(), "SELECT version() AS v").out())
        .contains("| v2.");
    assertThat(answerBy("duckdb", shared, "--format", "csv", "SHOW TABLES"))
        .contains("trials", "summary");
    assertThat(answerBy("duckdb", shared, "--format", "csv", "DESCRIBE trials"))
        .contains("trial_id,VARCHAR,");
    assertThat(answerBy("duckdb", shared, "EXPLAIN SELECT * FROM trials"))
        .contains("physical_plan");
  }

  @Test
  void writesTimesInUtcAndListsOfDuckDb() {
    String query =
        "SELECT timestamptz '2026-07-01 12:00:00Z' AS time, [1, 2] AS list, 'a' AS x, 'b' AS x";
    assertThat(answerBy("duckdb", shared, "--format", "csv", query))
        .isEqualTo("time,list,x,x\n2026-07-01 12:00:00,\"[1, 2]\",a,b\n");
  }

  @Test
  void writesJsonOfEveryTypeAlike() {
    assertThat(
            answer(
                "--format",
                "json",
                "SELECT started, trials, seed, sparsity, bias, pattern, CAST('NaN' AS DOUBLE) AS n"
                    + " FROM trials JOIN sweeps ON true JOIN heat_maps USING (trial_id)"
                    + " ORDER BY trial_id, stage, layer"))
        .contains("\"n\":\"NaN\"");
  }

  @Test
  void readsTheQueryFromAFileOrTheStandardInput() throws IOException {
    Path file = Files.writeString(directory.resolve("query.sql"), "SELECT 1 AS one;\n");
    assertThat(answerBy("duckdb", shared, "--format", "csv", "-f", file.toString()))
        .isEqualTo("one\n1\n");
    InputStream before = System.in;
    System.setProperty("prunesweep.input.piped", "true");
    System.setIn(new ByteArrayInputStream("SELECT 2 AS two".getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(answerBy("duckdb", shared, "--format", "csv")).isEqualTo("two\n2\n");
    } finally {
      System.setIn(before);
      System.clearProperty("prunesweep.input.piped");
    }
  }

  @Test
  void refusesTwoQueriesAndAFileThatIsNotThere() {
    assertThat(Said.by("sql", "-f", "x", "SELECT 1"))
        .satisfies(said -> assertThat(said.code()).isEqualTo(ExitCode.PROBLEM))
        .satisfies(said -> assertThat(said.err()).contains("one of QUERY and --file, got both"));
    assertThat(Said.by("sql", "-f", "there-is-none"))
        .satisfies(said -> assertThat(said.code()).isEqualTo(ExitCode.PROBLEM))
        .satisfies(said -> assertThat(said.err()).contains("got there-is-none"));
  }

  @Test
  void listsTheViewsWithGrainAndColumns() {
    Said said = Said.by("sql", "--views");
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains("summary", "One row a combination of all settings but the seed")
        .contains("test_accuracy_mean, test_accuracy_low", "<shared settings>")
        .doesNotContain("{{", "@");
    assertThat(said.out().lines()).allMatch(line -> line.length() <= 100);
  }

  /** As docs/results.md has it. */
  @Test
  void findsTheTrialsOfASweep() {
    assertThat(
            answer(
                "--format",
                "csv",
                "SELECT t.status, origin, target_reached FROM trials t JOIN sweep_trials USING"
                    + " (trial_id) JOIN sweeps s USING (sweep_id) WHERE s.sweep = 'small'"
                    + " ORDER BY status, target_reached"))
        .isEqualTo(
            """
            status,origin,target_reached
            done,trained,false
            done,trained,true
            failed,trained,
            """);
  }

  @Test
  void agreesWithAnIndependentReader() throws SQLException {
    try (OpenSession session = Sessions.open("test", new Master("local[2]"), Map.of());
        Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
      duck.createStatement().execute("SET TimeZone = 'UTC'");
      ResultQuery query = new ResultQuery(session, shared);
      for (Table<?> table : Tables.PUBLISHED.all()) {
        List<List<@Nullable String>> ours =
            query.run("SELECT * FROM " + table.name(), answer -> answer.cells());
        assertThat(duckRows(duck, table.name()))
            .as(table.name())
            .isNotEmpty()
            .containsExactlyInAnyOrderElementsOf(ours);
      }
    }
  }

  private static List<List<@Nullable String>> duckRows(Connection duck, String table)
      throws SQLException {
    String glob = shared.resolve("tables").resolve(table).resolve("*.parquet").toString();
    List<List<@Nullable String>> rows = new ArrayList<>();
    try (ResultSet result =
        duck.createStatement().executeQuery("SELECT * FROM read_parquet('" + glob + "')")) {
      while (result.next()) {
        rows.add(duckRow(result));
      }
    }
    return rows;
  }

  private static List<@Nullable String> duckRow(ResultSet result) throws SQLException {
    List<@Nullable String> row = new ArrayList<>();
    for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
      Object value = result.getObject(column);
      row.add(value == null ? null : text(value));
    }
    return row;
  }

  /** As Spark writes it. */
  private static String text(Object value) throws SQLException {
    if (value instanceof Blob blob) {
      byte[] bytes = blob.getBytes(1, (int) blob.length());
      return HexFormat.of().withUpperCase().formatHex(bytes);
    }
    return value instanceof OffsetDateTime time
        ? time.withOffsetSameInstant(ZoneOffset.UTC).format(TIME)
        : String.valueOf(value);
  }
}
