package prunesweep.driver.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of a results folder as its readers see them, for tests of other packages. */
public final class ResultRows {

  private ResultRows() {}

  /** The rows of {@code table}, each by column; none when nothing is committed. */
  public static List<Map<String, @Nullable Object>> of(Path out, String table) throws IOException {
    return named(table, Snapshot.live(out));
  }

  /** As {@link #of(Path, String)}, where the folder has these tables. */
  public static List<Map<String, @Nullable Object>> of(Path out, Tables tables, String table)
      throws IOException {
    return named(table, Snapshot.live(out, tables));
  }

  /**
   * All that a trial's spec decides: every table of trials, every column but seconds and bytes,
   * those of the machine and the code, and how many epochs were shared.
   */
  public static Map<String, List<Map<String, @Nullable Object>>> repeatable(Path out)
      throws IOException {
    Snapshot snapshot = Snapshot.live(out);
    Map<String, List<Map<String, @Nullable Object>>> rows = new LinkedHashMap<>();
    for (Table<?> table : Tables.PUBLISHED.all()) {
      if (table.rows().owner().equals(TrialColumns.TRIAL_ID)) {
        rows.put(table.name(), withoutChance(named(table.name(), snapshot)));
      }
    }
    return rows;
  }

  private static List<Map<String, @Nullable Object>> withoutChance(
      List<Map<String, @Nullable Object>> rows) {
    Set<String> chance =
        new HashSet<>(Set.of("seconds", "epochs_shared", "selection_seconds", "selection_bytes"));
    TrialMachineColumns.ALL.forEach(column -> chance.add(column.name()));
    TrialCodeColumns.ALL.forEach(column -> chance.add(column.name()));
    rows.forEach(row -> row.keySet().removeAll(chance));
    return rows.stream().sorted(Comparator.comparing(Map::toString)).toList();
  }

  private static List<Map<String, @Nullable Object>> named(String table, Snapshot snapshot) {
    List<String> columns =
        snapshot.tables().named(table).columns().stream().map(Column::name).toList();
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (List<@Nullable Object> cells : snapshot.rowsOf(table)) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      for (int column = 0; column < columns.size(); column++) {
        row.put(columns.get(column), cells.get(column));
      }
      rows.add(row);
    }
    return rows;
  }
}
