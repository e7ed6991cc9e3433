package prunesweep.driver.tables;

import static prunesweep.driver.tables.ColumnType.DOUBLE;
import static prunesweep.driver.tables.ColumnType.STRING;

import java.util.List;
import prunesweep.trainer.result.ReductionResult;
import prunesweep.trainer.result.TrialOutcome.Completed;

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
          ResultColumns.value(
              "test_accuracy",
              DOUBLE,
              "0..1",
              "Test images the cut network classifies right",
              ReductionResult::testAccuracy),
          ResultColumns.value(
              "class0_top1_test",
              DOUBLE,
              "0..1",
              "Test images whose best output is class 0",
              ReductionResult::class0Top1Test),
          ResultColumns.value(
              "class0_top5_test",
              DOUBLE,
              "0..1",
              "Test images with class 0 among the five best outputs",
              ReductionResult::class0Top5Test),
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
              + " `analyses` has pca.",
          COLUMNS,
          TrialResultRow.from(Completed::reductions));

  private ReductionColumns() {}
}
