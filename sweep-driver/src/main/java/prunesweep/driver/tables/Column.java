package prunesweep.driver.tables;

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
 * @param presence whether a row may have no value
 * @param range unit, range or choices, for the reader of docs/results.md
 * @param meaning what it says, for the same reader
 * @param cell takes the value out of what a row is made from
 * @param <R> what a row is made from
 */
record Column<R>(
    String name, ColumnType type, Presence presence, String range, String meaning, Cell<R> cell) {

  /** Whether a row may have no value. */
  enum Presence {
    /** Every row has a value. */
    ALWAYS,
    /** Null where the value does not exist. */
    NULLABLE
  }

  /** The value of a row in one column. */
  interface Cell<R> {

    /** The value, or null where it does not exist. */
    @Nullable Object of(R row);
  }

  /** A column in which every row has a value. */
  static <R> Column<R> always(
      String name, ColumnType type, String range, String meaning, Cell<R> cell) {
    return new Column<>(name, type, Presence.ALWAYS, range, meaning, cell);
  }

  /** A column in which a row may have no value. */
  static <R> Column<R> nullable(
      String name, ColumnType type, String range, String meaning, Cell<R> cell) {
    return new Column<>(name, type, Presence.NULLABLE, range, meaning, cell);
  }

  boolean canBeNull() {
    return presence == Presence.NULLABLE;
  }

  Type parquet() {
    return type.parquet(name, canBeNull() ? Repetition.OPTIONAL : Repetition.REQUIRED);
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
}
