package prunesweep.driver.tables;

import static prunesweep.driver.tables.ColumnType.BINARY;
import static prunesweep.driver.tables.ColumnType.INT;

import java.util.List;
import prunesweep.trainer.result.HeatMapResult;

/** The table {@code heat_maps} and its columns. */
final class HeatMapColumns {

  private static final List<Column<TrialResultRow<HeatMapResult>>> COLUMNS =
      List.of(
          ResultColumns.trial(),
          ResultColumns.stage(HeatMapResult::stage),
          ResultColumns.layer(HeatMapResult::layer),
          ResultColumns.value(
              "inputs", INT, "from 1", "Rows of its weight matrix", HeatMapResult::inputs),
          ResultColumns.value(
              "units", INT, "from 1", "Columns of its weight matrix", HeatMapResult::units),
          ResultColumns.value(
              "pattern",
              BINARY,
              "a bit a weight",
              "1 where the weight is not 0; row by row, lowest bit of the first byte first",
              HeatMapResult::pattern));

  static final Table<TrialResultRow<HeatMapResult>> TABLE =
      new Table<>(
          "heat_maps",
          Generation.NINE_TABLES,
          "One row a hidden layer, at each stage of a trial, where `analyses` has heat-maps.",
          COLUMNS,
          TrialResultRow.from(HeatMapResult.class));

  private HeatMapColumns() {}
}
