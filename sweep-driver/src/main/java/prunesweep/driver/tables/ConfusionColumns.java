package prunesweep.driver.tables;

import static prunesweep.driver.tables.ColumnType.INT;

import java.util.List;
import prunesweep.trainer.result.ConfusionResult;

/** The table {@code confusions} and its columns. */
final class ConfusionColumns {

  private static final List<Column<TrialResultRow<ConfusionResult>>> COLUMNS =
      List.of(
          ResultColumns.trial(),
          ResultColumns.stage(ConfusionResult::stage),
          ResultColumns.value(
              "true_class", INT, "from 0", "Class of the images", ConfusionResult::trueClass),
          ResultColumns.value(
              "predicted_class",
              INT,
              "from 0",
              "Class that the network took them for: that of its largest output",
              ConfusionResult::predictedClass),
          ResultColumns.value(
              "images", INT, "from 1", "Number of these test images", ConfusionResult::images));

  static final Table<TrialResultRow<ConfusionResult>> TABLE =
      new Table<>(
          "confusions",
          Generation.FIELD,
          "One row a pair of classes, at the last epoch of each stage of a trial: the test images"
              + " of one class that were taken for the other, or for it. Pairs without an image"
              + " have no row.",
          COLUMNS,
          TrialResultRow.from(ConfusionResult.class));

  private ConfusionColumns() {}
}
