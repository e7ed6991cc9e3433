package prunesweep.driver.tables;

import static prunesweep.driver.tables.ColumnType.DOUBLE;
import static prunesweep.driver.tables.ColumnType.INT;
import static prunesweep.driver.tables.ColumnType.STRING;

import java.util.List;
import java.util.stream.Stream;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.result.TrialOutcome.Completed;

/** The table {@code epochs} and its columns. */
final class EpochColumns {

  private static final List<Column<TrialResultRow<EpochResult>>> FIRST =
      List.of(
          ResultColumns.trial(),
          ResultColumns.value(
              "phase", STRING, "e.g. training", "The training it belongs to", EpochResult::phase),
          ResultColumns.value(
              "epoch", INT, "from 1", "The epoch within its phase", EpochResult::epoch),
          ResultColumns.value(
              "train_loss",
              DOUBLE,
              "at least 0",
              "Mean cross-entropy, each batch scored before its update",
              EpochResult::trainLoss),
          ResultColumns.value(
              "train_accuracy",
              DOUBLE,
              "0..1",
              "Training images classified right, each batch before its update",
              EpochResult::trainAccuracy),
          ResultColumns.value(
              "validation_loss",
              DOUBLE,
              "at least 0",
              "Mean cross-entropy over the validation images after the epoch",
              EpochResult::validationLoss),
          ResultColumns.value(
              "validation_accuracy",
              DOUBLE,
              "0..1",
              "Validation images classified right after the epoch",
              EpochResult::validationAccuracy),
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
          ResultColumns.number(
              "train_class0_top1",
              "0..1",
              "Training images whose best output was class 0, each batch before its update; null"
                  + " in rows of earlier versions",
              EpochResult::trainClass0Top1),
          ResultColumns.number(
              "train_class0_top5",
              "0..1",
              "Training images with class 0 among the five best outputs, each batch before its"
                  + " update; null in rows of earlier versions",
              EpochResult::trainClass0Top5));

  static final Table<TrialResultRow<EpochResult>> TABLE =
      new Table<>(
          "epochs",
          Generation.FIRST,
          "One row an epoch of a trial that is done.",
          Stream.of(FIRST, Column.since(Generation.NINE_TABLES, ADDED))
              .flatMap(List::stream)
              .toList(),
          TrialResultRow.from(Completed::epochs));

  private EpochColumns() {}
}
