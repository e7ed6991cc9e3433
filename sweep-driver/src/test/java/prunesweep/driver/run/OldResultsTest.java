package prunesweep.driver.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import prunesweep.driver.spark.Master;
import prunesweep.driver.spark.OpenSession;
import prunesweep.driver.spark.Sessions;
import prunesweep.driver.sql.ResultQuery;
import prunesweep.driver.tables.OldResults;
import prunesweep.driver.tables.ResultRows;
import prunesweep.driver.tables.ResultTables;
import prunesweep.driver.tables.StoredRows.OfTable;

/** Folders of earlier versions by every way there is to read them, and a sweep that goes on. */
class OldResultsTest {

  @TempDir Path folder;

  /** What a table of a folder holds in some columns. */
  private interface Reader {
    List<? extends List<? extends @Nullable Object>> rows(String table, List<String> columns)
        throws Exception;
  }

  private static void assertReads(OldResults old, Reader reader) throws Exception {
    Map<String, OfTable> stored = old.rows().tables();
    Map<String, OfTable> read = new LinkedHashMap<>();
    for (Map.Entry<String, OfTable> table : stored.entrySet()) {
      List<String> columns = table.getValue().columns();
      read.put(table.getKey(), OfTable.of(columns, reader.rows(table.getKey(), columns)));
    }
    assertThat(read).containsExactlyEntriesOf(stored);
  }

  @ParameterizedTest
  @EnumSource
  void ourReaderSeesTheRowsThatWereWritten(OldResults old) throws Exception {
    Path out = old.in(folder.resolve("out"));
    assertReads(old, (table, columns) -> ours(out, table, columns));
  }

  private static List<List<@Nullable Object>> ours(Path out, String table, List<String> columns)
      throws IOException {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Map<String, @Nullable Object> row : ResultRows.of(out, table)) {
      List<@Nullable Object> cells = new ArrayList<>();
      columns.forEach(column -> cells.add(row.get(column)));
      rows.add(cells);
    }
    return rows;
  }

  @ParameterizedTest
  @EnumSource
  void sqlSeesTheRowsThatWereWritten(OldResults old) throws Exception {
    Path out = old.in(folder.resolve("out"));
    try (OpenSession session = Sessions.open("test", new Master("local[2]"), Map.of())) {
      ResultQuery query = new ResultQuery(session, out);
      assertReads(
          old,
          (table, columns) ->
              query.run(
                  "SELECT %s FROM %s".formatted(String.join(", ", columns), table),
                  answer -> answer.cells()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherReaderSeesTheRowsThatWereWritten(OldResults old) throws Exception {
    Path out = old.in(folder.resolve("out"));
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
      duck.createStatement().execute("SET TimeZone = 'UTC'");
      assertReads(old, (table, columns) -> duckRows(duck, out, table, columns));
    }
  }

  private static List<List<@Nullable Object>> duckRows(
      Connection duck, Path out, String table, List<String> columns) throws SQLException {
    String query =
        "SELECT %s FROM read_parquet('%s/tables/%s/*.parquet', union_by_name = true)"
            .formatted(String.join(", ", columns), out, table);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (ResultSet result = duck.createStatement().executeQuery(query)) {
      while (result.next()) {
        List<@Nullable Object> row = new ArrayList<>();
        for (int column = 1; column <= columns.size(); column++) {
          row.add(result.getObject(column));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  @Test
  void aSweepOfThemHasNothingToTrain() throws IOException {
    Path out = OldResults.NINE_TABLES.in(folder.resolve("out"));
    Map<String, byte[]> before = files(out);
    RecordedEvents events = new RecordedEvents();
    RunReport report = run(out, events);
    assertThat(report.lines())
        .hasSize(7)
        .allSatisfy(line -> assertThat(line.finished()).isPresent());
    assertThat(events.finishedBefore()).isEqualTo(7);
    assertThat(events.finished()).isEmpty();
    assertThat(files(out)).containsExactlyEntriesOf(before);
  }

  /** The rows of a new trial stand beside the old ones, of which none is lost or changed. */
  @Test
  void aSweepOfThemGoesOnWithAnotherSeed() throws Exception {
    OldResults old = OldResults.NINE_TABLES;
    Path out = old.in(folder.resolve("out"));
    RecordedEvents events = new RecordedEvents();
    run(out, events, "sweep.seeds=[0,1]");
    assertThat(events.planned()).isEqualTo(14);
    assertThat(events.finishedBefore()).isEqualTo(7);
    assertThat(events.finished()).hasSize(7);
    for (Map.Entry<String, OfTable> table : old.rows().tables().entrySet()) {
      List<String> columns = table.getValue().columns();
      OfTable now = OfTable.of(columns, ours(out, table.getKey(), columns));
      assertThat(now.rows()).containsAll(table.getValue().rows());
      assertThat(now.rows()).hasSizeGreaterThan(table.getValue().rows().size());
    }
  }

  private static RunReport run(Path out, RecordedEvents events, String... overrides) {
    Path config = OldResults.NINE_TABLES.config();
    return SweepRun.execute(SmallSweep.options(config, out, "local[2]", overrides), events);
  }

  private static Map<String, byte[]> files(Path out) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(out)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(out.relativize(path).toString(), Files.readAllBytes(path));
      }
    }
    files.remove(".lock");
    return files;
  }

  /** Rows that depend on no host: what was trained then is trained so now, bit for bit. */
  @Test
  void theSameSweepHasTheSameRowsToday() throws IOException {
    Path out = OldResults.NINE_TABLES.in(folder.resolve("out"));
    Path fresh = folder.resolve("fresh");
    run(fresh, new RecordedEvents());
    Map<String, OfTable> stored = OldResults.NINE_TABLES.rows().tables();
    for (String table : List.of("trials", "epochs", "cycles", "evaluations", "heat_maps")) {
      Set<String> columns = Set.copyOf(Objects.requireNonNull(stored.get(table)).columns());
      assertThat(repeatable(fresh, table, columns))
          .as(table)
          .isNotEmpty()
          .isEqualTo(repeatable(out, table, columns));
    }
  }

  private static List<Map<String, @Nullable Object>> repeatable(
      Path out, String table, Set<String> columns) throws IOException {
    List<Map<String, @Nullable Object>> rows =
        Objects.requireNonNull(ResultRows.repeatable(out).get(table));
    rows.forEach(row -> row.keySet().retainAll(columns));
    return rows;
  }

  /** A run of the same sweep that a version without {@code sweep_trials} began. */
  @Test
  void aSweepOfThemThatGoesOnTellsWhichTrialsItHas() throws IOException {
    Path out = OldResults.NINE_TABLES.in(folder.resolve("out"));
    RunReport report = run(out, new RecordedEvents());
    try (ResultTables tables = ResultTables.open(out)) {
      tables.forget(Set.of(report.lines().get(2).trial().id()));
    }
    assertThat(ResultRows.of(out, "sweep_trials")).isEmpty();
    RecordedEvents events = new RecordedEvents();
    run(out, events);
    assertThat(events.finished()).hasSize(1);
    assertThat(ResultRows.of(out, "sweep_trials"))
        .hasSize(7)
        .allSatisfy(row -> assertThat(row).containsEntry("origin", "trained"));
  }
}
