package prunesweep.driver.tables;

import java.util.List;
import java.util.Optional;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * One column of a table: the only place where its name, type and meaning are said.
 *
 * @param name the name in Parquet and SQL
 * @param type the type of its values
 * @param repetition required, or optional where a row may have no value
 * @param range unit, range or choices, for the reader of docs/results.md
 * @param meaning what it says, for the same reader
 * @param cell takes the value out of what a row is made from
 * @param before the value of every row of a file that was written before the column was there
 * @param generation the {@link Generation} it came with; {@link Generation#FIRST} also stands for
 *     that of its table
 * @param <R> what a row is made from
 */
record Column<R>(
    String name,
    ColumnType type,
    Repetition repetition,
    String range,
    String meaning,
    Cell<R> cell,
    Optional<Object> before,
    int generation) {

  /** The value of a row in one column. */
  interface Cell<R> {

    /** The value, or null where it does not exist. */
    @Nullable Object of(R row);
  }

  /** A column in which every row has a value. */
  static <R> Column<R> always(
      String name, ColumnType type, String range, String meaning, Cell<R> cell) {
    return of(name, type, Repetition.REQUIRED, range, meaning, cell);
  }

  /** A column in which a row may have no value; rows of files without the column have none. */
  static <R> Column<R> nullable(
      String name, ColumnType type, String range, String meaning, Cell<R> cell) {
    return of(name, type, Repetition.OPTIONAL, range, meaning, cell);
  }

  private static <R> Column<R> of(
      String name,
      ColumnType type,
      Repetition repetition,
      String range,
      String meaning,
      Cell<R> cell) {
    return new Column<>(
        name, type, repetition, range, meaning, cell, Optional.empty(), Generation.FIRST);
  }

  /** These columns as ones that came with {@code generation}, after their table. */
  static <R> List<Column<R>> since(int generation, List<Column<R>> columns) {
    return columns.stream().map(column -> column.since(generation)).toList();
  }

  /** This column as one that came with {@code generation}, after its table. */
  Column<R> since(int generation) {
    return new Column<>(name, type, repetition, range, meaning, cell, before, generation);
  }

  /**
   * This column as one that came later: rows of files without it have {@code value}. A column of
   * {@link #always} that came later needs it, or older files could not be read.
   */
  Column<R> inOlderFiles(Object value) {
    return new Column<>(
        name, type, repetition, range, meaning, cell, Optional.of(value), generation);
  }

  boolean mayBeAbsent() {
    return canBeNull() || before.isPresent();
  }

  boolean canBeNull() {
    return repetition == Repetition.OPTIONAL;
  }

  Type parquet() {
    return type.parquet(name, repetition);
  }

  /** Says if a file's column of this name and {@code type} has only values that fit here. */
  boolean canBeReadFrom(Type type) {
    boolean mayHoldNull = type.getRepetition() != Repetition.REQUIRED;
    return type.equals(this.type.parquet(name, type.getRepetition()))
        && (canBeNull() || !mayHoldNull);
  }

  StructType appendTo(StructType schema) {
    return schema.add(name, type.spark(), canBeNull());
  }

  void put(Group group, R row) {
    Object value = cell.of(row);
    if (value != null) {
      type.put(group, name, value);
    } else if (!canBeNull()) {
      throw new IllegalArgumentException("The column " + name + " must have a value in every row");
    }
  }

  /** Takes the value over from a row of a file, which may be older than the column. */
  void copy(Group from, Group to) {
    if (!from.getType().containsField(name)) {
      before.ifPresent(value -> type.put(to, name, value));
    } else if (from.getFieldRepetitionCount(name) > 0) {
      type.put(to, name, type.get(from, name));
    }
  }
}
