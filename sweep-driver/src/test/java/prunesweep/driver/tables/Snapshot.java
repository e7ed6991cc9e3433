package prunesweep.driver.tables;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.parquet.example.data.Group;
import org.jspecify.annotations.Nullable;

/**
 * All rows of a results folder.
 *
 * @param rows of each table, sorted; a row is a list of values in the order of the columns, bytes
 *     as hexadecimal digits
 */
record Snapshot(Map<TableName, List<List<@Nullable Object>>> rows) {

  /** What our readers see; nothing when there are no tables yet. */
  static Snapshot live(Path out) throws IOException {
    Layout layout = new Layout(out);
    return layout.listed(TableName.TRIALS).isEmpty()
        ? of(layout.files(new LiveCommits(List.of())))
        : ResultFiles.read(out, Snapshot::of);
  }

  /** What somebody sees who reads every Parquet file there is. */
  static Snapshot plain(Path out) throws IOException {
    Map<TableName, List<Path>> files = new EnumMap<>(TableName.class);
    for (TableName table : TableName.values()) {
      files.put(table, files(out, table));
    }
    return of(files);
  }

  static List<Path> files(Path out, TableName table) {
    File[] files = new Layout(out).folder(table).toFile().listFiles();
    return files == null ? List.of() : Arrays.stream(files).map(File::toPath).sorted().toList();
  }

  static Snapshot of(Map<TableName, List<Path>> files) throws IOException {
    Map<TableName, List<List<@Nullable Object>>> rows = new EnumMap<>(TableName.class);
    for (TableName table : TableName.values()) {
      rows.put(table, rows(Tables.of(table), files.getOrDefault(table, List.of())));
    }
    return new Snapshot(rows);
  }

  private static List<List<@Nullable Object>> rows(Table<?> table, List<Path> files)
      throws IOException {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Path file : files) {
      TableFile.read(file, table, group -> rows.add(cells(table, group)));
    }
    rows.sort(Comparator.comparing(List::toString));
    return rows;
  }

  private static List<@Nullable Object> cells(Table<?> table, Group group) {
    List<@Nullable Object> cells = new ArrayList<>();
    table.columns().forEach(column -> cells.add(cell(column, group)));
    return cells;
  }

  private static @Nullable Object cell(Column<?> column, Group group) {
    String name = column.name();
    if (group.getFieldRepetitionCount(name) == 0) {
      return null;
    }
    Object value = column.type().get(group, name);
    return value instanceof byte[] bytes ? HexFormat.of().withUpperCase().formatHex(bytes) : value;
  }

  List<List<@Nullable Object>> rowsOf(TableName table) {
    return rows.getOrDefault(table, List.of());
  }

  /** The values of one column, row by row. */
  List<@Nullable Object> column(TableName table, String name) {
    int index = Tables.of(table).columns().stream().map(Column::name).toList().indexOf(name);
    List<@Nullable Object> values = new ArrayList<>();
    rowsOf(table).forEach(row -> values.add(row.get(index)));
    return values;
  }

  List<String> trialIds() {
    return column(TableName.TRIALS, TrialColumns.TRIAL_ID).stream().map(String::valueOf).toList();
  }

  /** Those of the trials that have epochs. */
  List<Object> doneTrialIds() {
    return rowsOf(TableName.TRIALS).stream()
        .filter(row -> row.contains(TrialStatus.DONE.label()))
        .map(row -> Objects.requireNonNull(row.get(0)))
        .toList();
  }
}
