package prunesweep.driver.tables;

import static prunesweep.driver.tables.ColumnType.DOUBLE;
import static prunesweep.driver.tables.ColumnType.INT;
import static prunesweep.driver.tables.ColumnType.STRING;

import java.util.List;
import java.util.stream.Stream;
import prunesweep.trainer.result.EpochFigures;
import prunesweep.trainer.result.EpochResult;

/** The table {@code epochs} and its columns. */
final class EpochColumns {

  private static final List<Column<TrialResultRow<EpochResult>>> FIRST =
      List.of(
          ResultColumns.trial(),
          ResultColumns.value(
              "phase", STRING, "e.g. training", "The training it belongs to", EpochResult::phase),
          ResultColumns.value(
              "epoch", INT, "from 1", "The epoch within its phase", EpochResult::epoch),
          FigureColumn.TRAIN_LOSS.of("", EpochColumns::figures),
          FigureColumn.TRAIN_ACCURACY.of("", EpochColumns::figures),
          FigureColumn.VALIDATION_LOSS.of("", EpochColumns::figures),
          FigureColumn.VALIDATION_ACCURACY.of("", EpochColumns::figures),
          ResultColumns.value(
              "sparsity",
              DOUBLE,
              "0..1",
              "Zero weights over all weights while the epoch ran",
              EpochResult::sparsity),
          ResultColumns.value(
              "seconds",
              DOUBLE,
              "seconds",
              "Wall clock of the epoch, also where several trials share it",
              EpochResult::seconds));

  private static final List<Column<TrialResultRow<EpochResult>>> ADDED =
      List.of(
          FigureColumn.TRAIN_CLASS0_TOP1.whereMeasured(
              "", "in rows of earlier versions", EpochColumns::figures),
          FigureColumn.TRAIN_CLASS0_TOP5.whereMeasured(
              "", "in rows of earlier versions", EpochColumns::figures));

  static final Table<TrialResultRow<EpochResult>> TABLE =
      new Table<>(
          "epochs",
          Generation.FIRST,
          "One row an epoch of a trial that is done.",
          Stream.of(FIRST, Column.since(Generation.NINE_TABLES, ADDED))
              .flatMap(List::stream)
              .toList(),
          TrialResultRow.from(EpochResult.class));

  private EpochColumns() {}

  private static EpochFigures figures(TrialResultRow<EpochResult> row) {
    return row.result().figures();
  }
}
