package prunesweep.driver.tables;

import static prunesweep.driver.tables.ColumnType.DOUBLE;
import static prunesweep.driver.tables.ColumnType.INT;
import static prunesweep.driver.tables.ColumnType.LONG;
import static prunesweep.driver.tables.ColumnType.STRING;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import prunesweep.trainer.result.CycleResult;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.result.LayerResult;

/** The columns of {@code epochs}, {@code cycles} and {@code layers}. */
final class PartColumns {

  static final List<Column<Part<EpochResult>>> EPOCHS =
      List.of(
          trial(),
          part("phase", STRING, "e.g. training", "The training it belongs to", EpochResult::phase),
          part("epoch", INT, "from 1", "The epoch within its phase", EpochResult::epoch),
          part(
              "train_loss",
              DOUBLE,
              "at least 0",
              "Mean cross-entropy, each batch scored before its update",
              EpochResult::trainLoss),
          part(
              "train_accuracy",
              DOUBLE,
              "0..1",
              "Training images classified right, each batch before its update",
              EpochResult::trainAccuracy),
          part(
              "validation_loss",
              DOUBLE,
              "at least 0",
              "Mean cross-entropy over the validation images after the epoch",
              EpochResult::validationLoss),
          part(
              "validation_accuracy",
              DOUBLE,
              "0..1",
              "Validation images classified right after the epoch",
              EpochResult::validationAccuracy),
          part(
              "sparsity",
              DOUBLE,
              "0..1",
              "Zero weights over all weights while the epoch ran",
              EpochResult::sparsity),
          part(
              "seconds",
              DOUBLE,
              "seconds",
              "Wall clock of the epoch, also where several trials share it",
              EpochResult::seconds),
          number(
              "train_class0_top1",
              "0..1",
              "Training images whose best output was class 0, each batch before its update; null"
                  + " in rows of earlier versions",
              EpochResult::trainClass0Top1),
          number(
              "train_class0_top5",
              "0..1",
              "Training images with class 0 among the five best outputs, each batch before its"
                  + " update; null in rows of earlier versions",
              EpochResult::trainClass0Top5));

  static final List<Column<Part<CycleResult>>> CYCLES =
      List.of(
          trial(),
          part("cycle", INT, "from 1", "The prune", CycleResult::cycle),
          part(
              "epoch",
              INT,
              "from 1",
              "The epoch at whose end it happened; with method magnitude the one of phase pruning"
                  + " in which it did",
              CycleResult::epoch),
          number(
              "threshold",
              "0..1",
              "Training accuracy that opened it; null where none did",
              CycleResult::threshold),
          number(
              "train_accuracy",
              "0..1",
              "Training accuracy of that epoch; null where none opened it",
              CycleResult::trainAccuracy),
          part(
              "pruned_weights",
              LONG,
              "at least 0",
              "Weights set to zero by this prune",
              CycleResult::prunedWeights),
          part(
              "sparsity",
              DOUBLE,
              "0..1",
              "Zero weights over all weights after it",
              CycleResult::sparsity),
          number(
              "selection_seconds",
              "at least 0",
              "Wall clock of scoring, selecting and making the mask; null in rows of earlier"
                  + " versions",
              CycleResult::selectionSeconds),
          Column.nullable(
              "selection_bytes",
              LONG,
              "at least 0",
              "Heap allocated by it; null in rows of earlier versions",
              row -> row.result().selectionBytes()));

  static final List<Column<Part<LayerResult>>> LAYERS =
      List.of(
          trial(),
          part(
              "stage",
              STRING,
              "dense, pruned, retrained",
              "What was done to the network before",
              LayerResult::stage),
          part("layer", INT, "from 1", "The hidden layer, input side first", LayerResult::layer),
          part("inputs", INT, "from 1", "Rows of its weight matrix", LayerResult::inputs),
          part("units", INT, "from 1", "Columns of its weight matrix", LayerResult::units),
          part(
              "nonzero_weights",
              LONG,
              "at least 0",
              "Weights that are not exactly 0",
              LayerResult::nonzeroWeights),
          part("rank", INT, "at least 0", "Singular values above the tolerance", LayerResult::rank),
          part(
              "rank_tolerance",
              DOUBLE,
              "at least 0",
              "Largest singular value x max(inputs, units) x 2^-23",
              LayerResult::rankTolerance),
          part(
              "nuclear_norm",
              DOUBLE,
              "at least 0",
              "Sum of the singular values",
              LayerResult::nuclearNorm),
          number(
              "effective_rank",
              "at least 0",
              "exp of the entropy of the singular values over their sum; null in older files",
              LayerResult::effectiveRank),
          number(
              "stable_rank",
              "at least 0",
              "Squared singular values over the largest of them; null in older files",
              LayerResult::stableRank),
          number(
              "kflops",
              "thousands",
              "Floating-point operations of one image in it: two a non-zero weight, at each place"
                  + " of a convolution; null in older files",
              LayerResult::kiloFlops));

  private PartColumns() {}

  static <R> Column<Part<R>> trial() {
    return Column.always(
        TrialColumns.TRIAL_ID,
        STRING,
        "16 hexadecimal digits",
        "The trial, as in `trials`",
        part -> part.trial().value());
  }

  static <R> Column<Part<R>> part(
      String name, ColumnType type, String range, String meaning, Function<R, Object> value) {
    return Column.always(name, type, range, meaning, part -> value.apply(part.result()));
  }

  /** A figure that may not exist: NaN is null. */
  static <R> Column<Part<R>> number(
      String name, String range, String meaning, ToDoubleFunction<R> value) {
    return Column.nullable(
        name, DOUBLE, range, meaning, part -> numberOrNull(value.applyAsDouble(part.result())));
  }

  private static @Nullable Object numberOrNull(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
