package prunesweep.driver.tables;

import static prunesweep.driver.tables.ColumnType.DOUBLE;
import static prunesweep.driver.tables.ColumnType.INT;
import static prunesweep.driver.tables.ColumnType.LONG;

import java.util.List;
import java.util.stream.Stream;
import prunesweep.trainer.result.CycleResult;

/** The table {@code cycles} and its columns. */
final class CycleColumns {

  private static final List<Column<TrialResultRow<CycleResult>>> FIRST =
      List.of(
          ResultColumns.trial(),
          ResultColumns.value("cycle", INT, "from 1", "The prune", CycleResult::cycle),
          ResultColumns.value(
              "epoch",
              INT,
              "from 1",
              "The epoch at whose end it happened; with method magnitude the one of phase pruning"
                  + " in which it did",
              CycleResult::epoch),
          ResultColumns.number(
              "threshold",
              "0..1",
              "Training accuracy that opened it; null where none did",
              CycleResult::threshold),
          ResultColumns.number(
              "train_accuracy",
              "0..1",
              "Training accuracy of that epoch; null where none opened it",
              CycleResult::trainAccuracy),
          ResultColumns.value(
              "pruned_weights",
              LONG,
              "at least 0",
              "Weights set to zero by this prune",
              CycleResult::prunedWeights),
          ResultColumns.value(
              "sparsity",
              DOUBLE,
              "0..1",
              "Zero weights over all weights after it; those that grow again count as not zero",
              CycleResult::sparsity));

  private static final List<Column<TrialResultRow<CycleResult>>> ADDED =
      List.of(
          ResultColumns.number(
              "selection_seconds",
              "at least 0",
              "Wall clock of scoring, selecting and making the mask; null in rows of earlier"
                  + " versions",
              cycle -> cycle.selection().seconds()),
          Column.nullable(
              "selection_bytes",
              LONG,
              "at least 0",
              "Heap allocated by it; null in rows of earlier versions",
              row -> row.result().selection().bytes()));

  private static final List<Column<TrialResultRow<CycleResult>>> REGROWN =
      List.of(
          Column.nullable(
              "regrown_weights",
              LONG,
              "at least 0",
              "Weights that grow again after it, from zero: with method dynamic; null in rows of"
                  + " earlier versions",
              row -> row.result().regrownWeights()));

  static final Table<TrialResultRow<CycleResult>> TABLE =
      new Table<>(
          "cycles",
          Generation.FIRST,
          "One row a prune of a trial that is done.",
          Stream.of(
                  FIRST,
                  Column.since(Generation.NINE_TABLES, ADDED),
                  Column.since(Generation.SWEEP_TRIALS, REGROWN))
              .flatMap(List::stream)
              .toList(),
          TrialResultRow.from(CycleResult.class));

  private CycleColumns() {}
}
