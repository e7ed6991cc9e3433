package prunesweep.driver.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import prunesweep.driver.tables.TableFile.RowSink;

/**
 * The columns of one file beside those of its table: a file of an older version may lack some, one
 * of a newer version may have others (decision 0002).
 *
 * @param file the file
 * @param there its columns
 * @param table what this version reads and writes
 * @param schema all columns of the table
 */
record FileColumns(Path file, MessageType there, Table<?> table, MessageType schema) {

  /**
   * The columns of {@code file}, which can be read as {@code table}; it may have more.
   *
   * @throws NewerFileException if one has another type
   * @throws IOException if one is missing that no older version lacks
   */
  static FileColumns of(Path file, Table<?> table) throws IOException {
    FileColumns columns = new FileColumns(file, TableFile.schema(file), table, table.messageType());
    for (Column<?> column : table.columns()) {
      columns.requireReadable(column);
    }
    return columns;
  }

  /**
   * Refuses a file that this version would not keep whole.
   *
   * @throws NewerFileException if a column is unknown or has another type
   * @throws IOException if a column is of something that was brought along and is not here now
   */
  static void requireWritable(Map<Table<?>, List<Path>> files) throws IOException {
    for (Map.Entry<Table<?>, List<Path>> table : files.entrySet()) {
      for (Path file : table.getValue()) {
        FileColumns columns = of(file, table.getKey());
        columns.requireNoNewer();
        columns.requireNoOthers();
      }
    }
  }

  /**
   * Refuses a file that a newer version wrote.
   *
   * @throws NewerFileException if a column is unknown, and of no part that was brought along, or
   *     has another type
   */
  static void requireReadable(Map<Table<?>, List<Path>> files) throws IOException {
    for (Map.Entry<Table<?>, List<Path>> table : files.entrySet()) {
      for (Path file : table.getValue()) {
        of(file, table.getKey()).requireNoNewer();
      }
    }
  }

  private void requireNoNewer() throws IOException {
    List<String> unknown = unknown();
    if (!unknown.isEmpty()) {
      Set<String> brought = TableFile.brought(file);
      for (String column : unknown) {
        if (!brought.contains(column)) {
          throw NewerFileException.unknown(file, column);
        }
      }
    }
  }

  private void requireNoOthers() throws IOException {
    for (String column : unknown()) {
      throw new IOException(
          "%s has the column %s of a method, scope or schedule that is not here"
              .formatted(file, column));
    }
  }

  private List<String> unknown() {
    return there.getFields().stream()
        .map(Type::getName)
        .filter(name -> !schema.containsField(name))
        .toList();
  }

  private void requireReadable(Column<?> column) throws IOException {
    if (there.containsField(column.name())) {
      Type type = there.getType(column.name());
      if (!column.canBeReadFrom(type)) {
        throw NewerFileException.otherType(file, column, type);
      }
    } else if (!column.mayBeAbsent()) {
      throw new IOException("%s lacks the column %s".formatted(file, column.name()));
    }
  }

  /** The columns of the table that the file has. */
  MessageType shared() {
    Type[] columns =
        schema.getFields().stream()
            .map(Type::getName)
            .filter(there::containsField)
            .map(there::getType)
            .toArray(Type[]::new);
    return new MessageType(schema.getName(), columns);
  }

  /** Takes rows of {@link #shared()} and gives them on with all columns of the table. */
  RowSink completing(RowSink sink) {
    return shared().equals(schema) ? sink : row -> sink.add(complete(row));
  }

  private Group complete(Group row) {
    Group whole = new SimpleGroup(schema);
    table.columns().forEach(column -> column.copy(row, whole));
    return whole;
  }
}
