package prunesweep.driver.tables;

import java.util.List;
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
 * @param name which table
 * @param meaning what a row of it is, for the reader of docs/results.md
 * @param columns in the order of the files
 * @param rows what a finished trial adds to it
 * @param <R> what a row is made from
 */
record Table<R>(TableName name, String meaning, List<Column<R>> columns, Rows<R> rows) {

  Table {
    columns = List.copyOf(columns);
  }

  /** What a finished trial adds to a table. */
  interface Rows<R> {

    /** The rows, in the order they are kept. */
    Stream<R> of(TrialRow trial);
  }

  /** This table with no other columns than these, for reading. */
  Table<R> only(String... names) {
    Set<String> wanted = Set.of(names);
    return new Table<>(
        name,
        meaning,
        columns.stream().filter(column -> wanted.contains(column.name())).toList(),
        rows);
  }

  MessageType messageType() {
    return new MessageType(
        name.label(), columns.stream().map(Column::parquet).toArray(Type[]::new));
  }

  StructType structType() {
    StructType schema = new StructType();
    for (Column<R> column : columns) {
      schema = column.appendTo(schema);
    }
    return schema;
  }

  Stream<Group> groups(List<TrialRow> trials) {
    return groups(trials.stream().flatMap(rows::of));
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
