package prunesweep.driver.tables;

import static prunesweep.driver.tables.ColumnType.BINARY;
import static prunesweep.driver.tables.ColumnType.DOUBLE;
import static prunesweep.driver.tables.ColumnType.INT;
import static prunesweep.driver.tables.ColumnType.STRING;
import static prunesweep.driver.tables.PartColumns.part;
import static prunesweep.driver.tables.PartColumns.trial;

import java.util.List;
import prunesweep.trainer.result.HeatMapResult;
import prunesweep.trainer.result.ReductionResult;
import prunesweep.trainer.result.SingularValueResult;

/** The columns of the tables that a trial has rows in only if it asks for them. */
final class AnalysisColumns {

  static final List<Column<Part<SingularValueResult>>> SINGULAR_VALUES =
      List.of(
          trial(),
          part("cycle", INT, "from 1", "The prune", SingularValueResult::cycle),
          part("moment", STRING, "before, after", "When", SingularValueResult::moment),
          part(
              "layer",
              INT,
              "from 1",
              "The hidden layer, input side first",
              SingularValueResult::layer),
          part(
              "position",
              INT,
              "from 1",
              "The value's place, largest first",
              SingularValueResult::position),
          part("value", DOUBLE, "at least 0", "The singular value", SingularValueResult::value));

  static final List<Column<Part<ReductionResult>>> PCA =
      List.of(
          trial(),
          part(
              "dense_trial_id",
              STRING,
              "16 hexadecimal digits",
              "The trial whose network is cut: the dense one of the same seed and training",
              ReductionResult::denseTrialId),
          part(
              "reduction",
              STRING,
              "pca, svd",
              "pca: of centred columns, as the paper's; svd: without centring",
              ReductionResult::reduction),
          part(
              "ranks",
              STRING,
              "e.g. 60/40/20/10",
              "Ranks of the pruned network's hidden layers, first to last",
              ReductionResult::ranks),
          part(
              "test_accuracy",
              DOUBLE,
              "0..1",
              "Test images the cut network classifies right",
              ReductionResult::testAccuracy),
          part(
              "class0_top1_test",
              DOUBLE,
              "0..1",
              "Test images whose best output is class 0",
              ReductionResult::class0Top1Test),
          part(
              "class0_top5_test",
              DOUBLE,
              "0..1",
              "Test images with class 0 among the five best outputs",
              ReductionResult::class0Top5Test),
          part(
              "pruned_test_accuracy",
              DOUBLE,
              "0..1",
              "Test images the pruned network classifies right",
              ReductionResult::prunedTestAccuracy));

  static final List<Column<Part<HeatMapResult>>> HEAT_MAPS =
      List.of(
          trial(),
          part(
              "stage",
              STRING,
              "dense, pruned, retrained",
              "What was done to the network before",
              HeatMapResult::stage),
          part("layer", INT, "from 1", "The hidden layer, input side first", HeatMapResult::layer),
          part("inputs", INT, "from 1", "Rows of its weight matrix", HeatMapResult::inputs),
          part("units", INT, "from 1", "Columns of its weight matrix", HeatMapResult::units),
          part(
              "pattern",
              BINARY,
              "a bit a weight",
              "1 where the weight is not 0; row by row, lowest bit of the first byte first",
              HeatMapResult::pattern));

  private AnalysisColumns() {}
}
