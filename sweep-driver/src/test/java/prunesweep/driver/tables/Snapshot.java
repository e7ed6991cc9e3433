package prunesweep.driver.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.parquet.example.data.Group;
import org.jspecify.annotations.Nullable;

/**
 * All rows of a results folder.
 *
 * @param tables as which they are read
 * @param rows of each table, sorted; a row is a list of values in the order of the columns, bytes
 *     as hexadecimal digits
 */
record Snapshot(Tables tables, Map<String, List<List<@Nullable Object>>> rows) {

  /** What our readers see; nothing when there are no tables yet. */
  static Snapshot live(Path out) throws IOException {
    return live(out, Tables.PUBLISHED);
  }

  /** What readers of {@code tables} see. */
  static Snapshot live(Path out, Tables tables) throws IOException {
    return new Layout(out).names(tables.trials()).isEmpty()
        ? of(Map.of(), tables)
        : ResultFiles.<Snapshot, IOException>read(out, tables, files -> of(files, tables));
  }

  /** What somebody sees who reads every Parquet file there is. */
  static Snapshot plain(Path out) throws IOException {
    Map<Table<?>, List<Path>> files = new LinkedHashMap<>();
    for (Table<?> table : Tables.PUBLISHED.all()) {
      files.put(table, files(out, table.name()));
    }
    return of(files, Tables.PUBLISHED);
  }

  static List<Path> files(Path out, String table) {
    try (Stream<Path> files = Files.list(new Layout(out).tables().resolve(table))) {
      return files.sorted().toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Snapshot of(Map<Table<?>, List<Path>> files, Tables tables) throws IOException {
    Map<String, List<List<@Nullable Object>>> rows = new LinkedHashMap<>();
    for (Table<?> table : tables.all()) {
      rows.put(table.name(), rows(table, files.getOrDefault(table, List.of())));
    }
    return new Snapshot(tables, rows);
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

  List<List<@Nullable Object>> rowsOf(String table) {
    return rows.getOrDefault(table, List.of());
  }

  /** The values of one column, row by row. */
  List<@Nullable Object> column(String table, String name) {
    int index = tables.named(table).columns().stream().map(Column::name).toList().indexOf(name);
    List<@Nullable Object> values = new ArrayList<>();
    rowsOf(table).forEach(row -> values.add(row.get(index)));
    return values;
  }

  List<String> trialIds() {
    return column("trials", TrialColumns.TRIAL_ID).stream().map(String::valueOf).toList();
  }

  /** Those of the trials that have epochs. */
  List<Object> doneTrialIds() {
    return rowsOf("trials").stream()
        .filter(row -> row.contains(TrialStatus.DONE.label()))
        .map(row -> Objects.requireNonNull(row.get(0)))
        .toList();
  }
}
