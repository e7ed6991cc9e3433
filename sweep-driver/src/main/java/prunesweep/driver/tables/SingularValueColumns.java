package prunesweep.driver.tables;

import static prunesweep.driver.tables.ColumnType.DOUBLE;
import static prunesweep.driver.tables.ColumnType.INT;
import static prunesweep.driver.tables.ColumnType.STRING;

import java.util.List;
import prunesweep.trainer.result.SingularValueResult;

/** The table {@code singular_values} and its columns. */
final class SingularValueColumns {

  private static final List<Column<TrialResultRow<SingularValueResult>>> COLUMNS =
      List.of(
          ResultColumns.trial(),
          ResultColumns.value("cycle", INT, "from 1", "The prune", SingularValueResult::cycle),
          ResultColumns.value(
              "moment", STRING, "before, after", "When", SingularValueResult::moment),
          ResultColumns.layer(SingularValueResult::layer),
          ResultColumns.value(
              "position",
              INT,
              "from 1",
              "The value's place, largest first",
              SingularValueResult::position),
          ResultColumns.value(
              "value", DOUBLE, "at least 0", "The singular value", SingularValueResult::value));

  static final Table<TrialResultRow<SingularValueResult>> TABLE =
      new Table<>(
          "singular_values",
          Generation.NINE_TABLES,
          "One row a singular value of a hidden layer before or after a prune, where `analyses` has"
              + " singular-values.",
          COLUMNS,
          TrialResultRow.from(SingularValueResult.class));

  private SingularValueColumns() {}
}
