package prunesweep.driver.tables;

import static prunesweep.driver.tables.ColumnType.DOUBLE;
import static prunesweep.driver.tables.ColumnType.INT;
import static prunesweep.driver.tables.ColumnType.STRING;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Makes columns of the tables that hold the many results of a trial. */
final class ResultColumns {

  private ResultColumns() {}

  /** The trial that a row belongs to. */
  static <R> Column<TrialResultRow<R>> trial() {
    return Column.always(
        TrialColumns.TRIAL_ID,
        STRING,
        "16 hexadecimal digits",
        "The trial, as in `trials`",
        row -> row.trial().value());
  }

  /** The stage of the network that a row is about. */
  static <R> Column<TrialResultRow<R>> stage(Function<R, Object> stage) {
    return value(
        "stage",
        STRING,
        "dense, pruned, retrained; of rounds cut-N, round-N; missed, cut",
        "What was done to the network before",
        stage);
  }

  /** The hidden layer that a row is about. */
  static <R> Column<TrialResultRow<R>> layer(Function<R, Object> layer) {
    return value("layer", INT, "from 1", "The hidden layer, input side first", layer);
  }

  /** A column in which every result has a value. */
  static <R> Column<TrialResultRow<R>> value(
      String name, ColumnType type, String range, String meaning, Function<R, Object> value) {
    return Column.always(name, type, range, meaning, row -> value.apply(row.result()));
  }

  /** A figure that may not exist: NaN is null. */
  static <R> Column<TrialResultRow<R>> number(
      String name, String range, String meaning, ToDoubleFunction<R> value) {
    return Column.nullable(
        name, DOUBLE, range, meaning, row -> numberOrNull(value.applyAsDouble(row.result())));
  }

  private static @Nullable Object numberOrNull(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
