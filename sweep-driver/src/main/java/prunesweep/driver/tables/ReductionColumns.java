package prunesweep.driver.tables;

import static prunesweep.driver.tables.ColumnType.DOUBLE;
import static prunesweep.driver.tables.ColumnType.STRING;

import java.util.List;
import prunesweep.trainer.result.ReductionResult;

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
              "pca, svd",
              "pca: of centred columns, as the paper's; svd: without centring",
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

  static final Table<TrialResultRow<ReductionResult>> TABLE =
      new Table<>(
          "pca",
          Generation.NINE_TABLES,
          "One row a way to cut the dense network of the same seed to a pruned one's ranks, where"
              + " `analyses` has pca. The test figures are the cut network's.",
          COLUMNS,
          TrialResultRow.from(ReductionResult.class));

  private ReductionColumns() {}
}
