package prunesweep.driver.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second reader, which knows nothing of ours, over every file in the folder. */
class DuckDbTest {

  @TempDir Path out;

  @Test
  void readsTheSameRows() throws IOException, SQLException {
    try (ResultTables tables = ResultTables.open(out)) {
      tables.recordSweep(Samples.sweep("a", Samples.START, null));
      tables.commit(Samples.done(0, 5));
      tables.commit(List.of(Samples.failed(7)));
      tables.recordSweep(Samples.sweep("a", Samples.START, Samples.START.plusMillis(1)));
      tables.commit(List.of(Samples.done(8)));
    }
    Snapshot ours = Snapshot.live(out);
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
      for (Table<?> table : Tables.PUBLISHED.all()) {
        List<List<@Nullable Object>> theirs = rows(duck, table.name());
        assertThat(theirs).as(table.name()).isNotEmpty().isEqualTo(ours.rowsOf(table.name()));
      }
    }
  }

  /** What docs/results.md tells users of other readers to write. */
  @Test
  void readsOldFilesBesideNewOnes() throws IOException, SQLException {
    OldResults.FIRST_SCHEMA.in(out);
    try (ResultTables tables = ResultTables.open(out)) {
      tables.commit(List.of(Samples.done(70)));
    }
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
      assertThat(withoutDeclared(rows(duck, "trials")))
          .hasSize(3)
          .isEqualTo(withoutDeclared(Snapshot.live(out).rowsOf("trials")));
    }
  }

  /** Trials without the columns in which rows of older files have a value for our readers alone. */
  private static List<List<@Nullable Object>> withoutDeclared(List<List<@Nullable Object>> rows) {
    Set<String> declared = Tables.PUBLISHED.named("trials").valuesInOlderFiles().keySet();
    String[] names = Tables.PUBLISHED.named("trials").structType().fieldNames();
    List<List<@Nullable Object>> kept = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      List<@Nullable Object> cells = new ArrayList<>();
      for (int column = 0; column < names.length; column++) {
        cells.add(declared.contains(names[column]) ? null : row.get(column));
      }
      kept.add(cells);
    }
    return kept;
  }

  private List<List<@Nullable Object>> rows(Connection duck, String table) throws SQLException {
    String glob = new Layout(out).tables().resolve(table).resolve("*.parquet").toString();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (var query = duck.prepareStatement("SELECT * FROM read_parquet(?, union_by_name = true)")) {
      query.setString(1, glob);
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          rows.add(row(result));
        }
      }
    }
    rows.sort(Comparator.comparing(List::toString));
    return rows;
  }

  private static List<@Nullable Object> row(ResultSet result) throws SQLException {
    List<@Nullable Object> row = new ArrayList<>();
    for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
      Object value = result.getObject(column);
      row.add(plain(value));
    }
    return row;
  }

  private static @Nullable Object plain(@Nullable Object value) throws SQLException {
    if (value instanceof Blob blob) {
      byte[] bytes = blob.getBytes(1, (int) blob.length());
      return HexFormat.of().withUpperCase().formatHex(bytes);
    }
    return value instanceof OffsetDateTime time ? time.toInstant() : value;
  }
}
