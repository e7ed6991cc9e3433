package prunesweep.driver.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
      for (TableName table : TableName.values()) {
        List<List<@Nullable Object>> theirs = rows(duck, table);
        assertThat(theirs).as(table.label()).isNotEmpty().isEqualTo(ours.rowsOf(table));
      }
    }
  }

  /** What docs/results.md tells users of other readers to write. */
  @Test
  void readsOldFilesBesideNewOnes() throws IOException, SQLException, URISyntaxException {
    OldResults.in(out);
    try (ResultTables tables = ResultTables.open(out)) {
      tables.commit(List.of(Samples.done(70)));
    }
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
      assertThat(rows(duck, TableName.TRIALS))
          .hasSize(3)
          .isEqualTo(Snapshot.live(out).rowsOf(TableName.TRIALS));
    }
  }

  private List<List<@Nullable Object>> rows(Connection duck, TableName table) throws SQLException {
    String glob = new Layout(out).folder(table).resolve("*.parquet").toString();
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
      row.add(value instanceof OffsetDateTime time ? time.toInstant() : value);
    }
    return row;
  }
}
