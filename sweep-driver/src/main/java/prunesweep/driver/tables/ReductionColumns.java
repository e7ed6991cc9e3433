package prunesweep.driver.tables;

import static prunesweep.driver.tables.ColumnType.DOUBLE;
import static prunesweep.driver.tables.ColumnType.INT;
import static prunesweep.driver.tables.ColumnType.STRING;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import prunesweep.trainer.result.ReductionResult;
import prunesweep.trainer.result.ReductionResult.Trained;

/** The table {@code pca} and its columns. */
final class ReductionColumns {

  private static final List<Column<TrialResultRow<ReductionResult>>> COLUMNS =
      List.of(
          ResultColumns.trial(),
          ResultColumns.value(
              "dense_trial_id",
              STRING,
              "16 hexadecimal digits",
              "The trial whose network is cut: the dense one of the same seed and training",
              ReductionResult::denseTrialId),
          ResultColumns.value(
              "reduction",
              STRING,
              "pca, svd, pca-retrained, svd-retrained",
              "pca: of centred columns, as the paper's; svd: without centring; retrained: trained"
                  + " on after it",
              ReductionResult::reduction),
          ResultColumns.value(
              "ranks",
              STRING,
              "e.g. 60/40/20/10",
              "Ranks of the pruned network's hidden layers, first to last",
              ReductionResult::ranks),
          FigureColumn.TEST_ACCURACY.ofSet("", row -> row.result().test()),
          FigureColumn.CLASS0_TOP1_TEST.ofSet("", row -> row.result().test()),
          FigureColumn.CLASS0_TOP5_TEST.ofSet("", row -> row.result().test()),
          ResultColumns.value(
              "pruned_test_accuracy",
              DOUBLE,
              "0..1",
              "Test images the pruned network classifies right",
              ReductionResult::prunedTestAccuracy));

  private static final List<Column<TrialResultRow<ReductionResult>>> RETRAINED =
      List.of(
          ofTraining(
              "epochs", INT, "from 1", "Epochs it was trained on; null where not", Trained::epochs),
          ofTraining(
              "stop_reason",
              STRING,
              "target-accuracy, early-stopping, max-epochs",
              "Why it was trained no further; null where not",
              Trained::stopReason),
          ofTraining(
              "retrained_ranks",
              STRING,
              "e.g. 300/200/100/50",
              "Ranks of its hidden layers after that; null where it was not",
              Trained::ranks));

  private static Column<TrialResultRow<ReductionResult>> ofTraining(
      String name, ColumnType type, String range, String meaning, Function<Trained, Object> value) {
    return Column.nullable(
        name, type, range, meaning, row -> row.result().training().map(value).orElse(null));
  }

  static final Table<TrialResultRow<ReductionResult>> TABLE =
      new Table<>(
          "pca",
          Generation.NINE_TABLES,
          "One row a way to cut the dense network of the same seed to a pruned one's ranks, where"
              + " `analyses` has pca, and one more for each where it has pca-retrained. The test"
              + " figures are the cut network's.",
          Stream.concat(COLUMNS.stream(), Column.since(Generation.FIELD, RETRAINED).stream())
              .toList(),
          TrialResultRow.from(ReductionResult.class));

  private ReductionColumns() {}
}
