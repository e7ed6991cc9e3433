package prunesweep.driver.tables;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.types.StructType;

/**
 * The definition of a table, from which its Parquet schema, its Spark schema and its documentation
 * follow.
 *
 * @param name the name in SQL and of the folder under {@code tables/}
 * @param generation the {@link Generation} it came with
 * @param meaning what a row of it is, for the reader of docs/results.md
 * @param columns in the order of the files
 * @param rows where they come from
 * @param <R> what a row is made from
 */
public record Table<R>(
    String name, int generation, String meaning, List<Column<R>> columns, Rows<R> rows) {

  public Table {
    columns = List.copyOf(columns);
    for (Column<R> column : columns) {
      if (column.generation() > generation && !column.mayBeAbsent()) {
        throw new IllegalArgumentException(
            "The column %s of %s came later, so it must have a value in older files"
                .formatted(column.name(), name));
      }
    }
  }

  /** The columns as Spark knows them, in the order of the files. */
  public StructType structType() {
    StructType schema = new StructType();
    for (Column<R> column : columns) {
      schema = column.appendTo(schema);
    }
    return schema;
  }

  /** The types of the columns as DuckDB names them, by column, in the order of the files. */
  public Map<String, String> duckDbTypes() {
    Map<String, String> types = new LinkedHashMap<>();
    columns.forEach(column -> types.put(column.name(), column.type().duckDb()));
    return types;
  }

  /** The columns that older files lack though every row has a value in them: that value by name. */
  public Map<String, Object> valuesInOlderFiles() {
    Map<String, Object> values = new HashMap<>();
    columns.forEach(column -> column.before().ifPresent(value -> values.put(column.name(), value)));
    return values;
  }

  /** The newest generation of the table and its columns. */
  int newestGeneration() {
    return columns.stream().mapToInt(Column::generation).reduce(generation, Math::max);
  }

  /** The columns that no version has published, of what was brought along. */
  List<Column<R>> brought() {
    return columns.stream().filter(column -> column.generation() == Generation.BROUGHT).toList();
  }

  /** This table with {@code more} columns at its end. */
  Table<R> with(List<Column<R>> more) {
    return new Table<>(
        name, generation, meaning, Stream.of(columns, more).flatMap(List::stream).toList(), rows);
  }

  /** This table with no other columns than these, for reading. */
  Table<R> only(String... names) {
    Set<String> wanted = Set.of(names);
    return new Table<>(
        name,
        generation,
        meaning,
        columns.stream().filter(column -> wanted.contains(column.name())).toList(),
        rows);
  }

  MessageType messageType() {
    return new MessageType(name, columns.stream().map(Column::parquet).toArray(Type[]::new));
  }

  /** The rows that {@code trials} add. */
  Stream<Group> groups(List<TrialRow> trials) {
    return groups(trials.stream().flatMap(rows::of));
  }

  /** The rows that {@code sweep} adds. */
  Stream<Group> groups(SweepRow sweep) {
    return groups(rows.of(sweep));
  }

  Stream<Group> groups(Stream<R> values) {
    MessageType schema = messageType();
    return values.map(value -> group(value, schema));
  }

  private Group group(R value, MessageType schema) {
    Group group = new SimpleGroup(schema);
    columns.forEach(column -> column.put(group, value));
    return group;
  }
}
