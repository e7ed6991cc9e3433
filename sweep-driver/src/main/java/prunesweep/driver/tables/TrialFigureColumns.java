package prunesweep.driver.tables;

import static prunesweep.driver.tables.Column.always;
import static prunesweep.driver.tables.Column.nullable;
import static prunesweep.driver.tables.ColumnType.BOOLEAN;
import static prunesweep.driver.tables.ColumnType.DOUBLE;
import static prunesweep.driver.tables.ColumnType.INT;
import static prunesweep.driver.tables.ColumnType.LONG;
import static prunesweep.driver.tables.ColumnType.STRING;

import java.util.List;
import java.util.function.Function;
import prunesweep.trainer.result.TrialSummary;
import prunesweep.trainer.trial.TrialOutcome.Failed;

/** The columns of {@code trials} for how a trial ended; its figures are null when it failed. */
final class TrialFigureColumns {

  static final String TARGET_REACHED = "target_reached";

  static final List<Column<TrialRow>> ALL =
      List.of(
          always(
              TrialColumns.STATUS,
              STRING,
              "done, failed",
              "How it ended",
              row -> row.status().label()),
          nullable(
              "failure_kind",
              STRING,
              "data, diverged, resource, bug",
              "Why it failed; null when done",
              row -> row.failed().map(failed -> failed.kind().label()).orElse(null)),
          nullable(
              "error",
              STRING,
              "one sentence",
              "What went wrong; null when done",
              row -> row.failed().map(Failed::message).orElse(null)),
          figure(
              "stop_reason",
              STRING,
              "target-accuracy, early-stopping, max-epochs",
              "What ended the training",
              TrialSummary::stopReason),
          figure("cycles_done", INT, "0 to `cycles`", "Prunes made", TrialSummary::cyclesDone),
          figure("epochs", INT, "from 1", "Epochs trained", TrialSummary::epochs),
          ofNetwork(FigureColumn.TRAIN_ACCURACY),
          ofNetwork(FigureColumn.VALIDATION_ACCURACY),
          ofNetwork(FigureColumn.TEST_ACCURACY),
          ofNetwork(FigureColumn.TEST_TOP5),
          ofNetwork(FigureColumn.CLASS0_TOP1_TEST),
          ofNetwork(FigureColumn.CLASS0_TOP5_TEST),
          figure(
              "weights",
              LONG,
              "from 1",
              "Weights of all layers, the output layer included; biases are not counted",
              summary -> summary.size().weights()),
          figure(
              "nonzero_weights",
              LONG,
              "0 to `weights`",
              "Weights that are not exactly 0",
              summary -> summary.size().nonzeroWeights()),
          figure(
              "sparsity",
              DOUBLE,
              "0..1",
              "Zero weights over all weights",
              summary -> summary.size().sparsity()),
          figure(
              "compression_ratio",
              DOUBLE,
              "at least 1",
              "All weights over non-zero weights",
              summary -> summary.size().compressionRatio()),
          figure(
              "kflops",
              DOUBLE,
              "thousands",
              "Floating-point operations of one image: two a non-zero weight, at each place of a"
                  + " convolution",
              summary -> summary.size().kiloFlops()),
          always(
              "seconds",
              DOUBLE,
              "seconds",
              "Wall clock of the trial, without the epochs it shared",
              TrialRow::seconds));

  /** Columns added later: they stand last, so that files keep the order they had. */
  static final List<Column<TrialRow>> ADDED =
      List.of(
          figure(
              "epochs_shared",
              INT,
              "0 to `epochs`",
              "Those of its epochs that were trained once for several trials",
              TrialSummary::epochsShared));

  /** The columns that came with {@link Generation#SWEEP_TRIALS}. */
  static final List<Column<TrialRow>> REACHED =
      List.of(
          nullable(
              TARGET_REACHED,
              BOOLEAN,
              "true, false",
              "Whether the share that `target` asks for was pruned; null where it is null, when"
                  + " failed, and in rows of earlier versions",
              row -> row.summary().map(TrialSummary::targetReached).orElse(null)),
          figure(
              "collapsed_layers",
              INT,
              "at least 0",
              "Layers that lost all their weights, so that nothing of an image gets past them",
              summary -> summary.size().collapsedLayers()));

  /** The columns that came with {@link Generation#FIELD}. */
  static final List<Column<TrialRow>> LOSSES = List.of(ofNetwork(FigureColumn.TEST_LOSS));

  private TrialFigureColumns() {}

  private static Column<TrialRow> ofNetwork(FigureColumn figure) {
    return figure.whereThere("when failed", row -> row.summary().map(TrialSummary::figures));
  }

  private static Column<TrialRow> figure(
      String name,
      ColumnType type,
      String range,
      String meaning,
      Function<TrialSummary, Object> value) {
    return nullable(
        name,
        type,
        range,
        meaning + "; null when failed",
        row -> row.summary().map(value).orElse(null));
  }
}
