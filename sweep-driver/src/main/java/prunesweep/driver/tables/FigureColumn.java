package prunesweep.driver.tables;

import static prunesweep.driver.tables.ColumnType.DOUBLE;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import prunesweep.trainer.result.EpochFigures;
import prunesweep.trainer.result.Evaluation;

/**
 * A figure of a network on a set of images, declared once for all tables that have a column of it.
 *
 * @param name of the column, after what a table puts before it
 * @param range its range
 * @param meaning what it says
 * @param set which of the sets it is of
 * @param figure which of the set's figures it is
 */
record FigureColumn(
    String name,
    String range,
    String meaning,
    Function<EpochFigures, Evaluation> set,
    ToDoubleFunction<Evaluation> figure) {

  static final FigureColumn TRAIN_LOSS =
      new FigureColumn(
          "train_loss",
          "at least 0",
          "Mean cross-entropy over the training images, each batch scored before its update; of"
              + " smoothed targets where `label_smoothing` is above 0",
          EpochFigures::training,
          Evaluation::loss);

  static final FigureColumn TRAIN_ACCURACY =
      new FigureColumn(
          "train_accuracy",
          "0..1",
          "Training images classified right, each batch before its update",
          EpochFigures::training,
          Evaluation::accuracy);

  static final FigureColumn TRAIN_CLASS0_TOP1 =
      new FigureColumn(
          "train_class0_top1",
          "0..1",
          "Training images whose best output was class 0, each batch before its update",
          EpochFigures::training,
          Evaluation::class0Top1);

  static final FigureColumn TRAIN_CLASS0_TOP5 =
      new FigureColumn(
          "train_class0_top5",
          "0..1",
          "Training images with class 0 among the five best outputs, each batch before its update",
          EpochFigures::training,
          Evaluation::class0Top5);

  static final FigureColumn VALIDATION_LOSS =
      new FigureColumn(
          "validation_loss",
          "at least 0",
          "Mean cross-entropy over the validation images",
          EpochFigures::validation,
          Evaluation::loss);

  static final FigureColumn VALIDATION_ACCURACY =
      new FigureColumn(
          "validation_accuracy",
          "0..1",
          "Validation images classified right",
          EpochFigures::validation,
          Evaluation::accuracy);

  static final FigureColumn VALIDATION_CLASS0_TOP1 =
      new FigureColumn(
          "validation_class0_top1",
          "0..1",
          "Validation images whose best output is class 0",
          EpochFigures::validation,
          Evaluation::class0Top1);

  static final FigureColumn VALIDATION_CLASS0_TOP5 =
      new FigureColumn(
          "validation_class0_top5",
          "0..1",
          "Validation images with class 0 among the five best outputs",
          EpochFigures::validation,
          Evaluation::class0Top5);

  static final FigureColumn TEST_LOSS =
      new FigureColumn(
          "test_loss",
          "at least 0",
          "Mean cross-entropy over the test images",
          EpochFigures::test,
          Evaluation::loss);

  static final FigureColumn TEST_ACCURACY =
      new FigureColumn(
          "test_accuracy",
          "0..1",
          "Test images classified right",
          EpochFigures::test,
          Evaluation::accuracy);

  static final FigureColumn TEST_TOP5 =
      new FigureColumn(
          "test_top5",
          "0..1",
          "Test images whose class is among the five best outputs",
          EpochFigures::test,
          Evaluation::top5);

  static final FigureColumn CLASS0_TOP1_TEST =
      new FigureColumn(
          "class0_top1_test",
          "0..1",
          "Test images whose best output is class 0: the paper's top 1",
          EpochFigures::test,
          Evaluation::class0Top1);

  static final FigureColumn CLASS0_TOP5_TEST =
      new FigureColumn(
          "class0_top5_test",
          "0..1",
          "Test images with class 0 among the five best outputs: the paper's top 5",
          EpochFigures::test,
          Evaluation::class0Top5);

  /** A column in which every row has a value. */
  <R> Column<R> of(String prefix, Function<R, EpochFigures> figures) {
    return ofSet(prefix, figures.andThen(set));
  }

  /** As {@link #of}, where a row has the figures of the set alone. */
  <R> Column<R> ofSet(String prefix, Function<R, Evaluation> evaluation) {
    return Column.always(
        prefix + name, DOUBLE, range, meaning, row -> figure.applyAsDouble(evaluation.apply(row)));
  }

  /** A column that is null where the figure was not measured; {@code when} says where that is. */
  <R> Column<R> whereMeasured(String prefix, String when, Function<R, EpochFigures> figures) {
    return Column.nullable(
        prefix + name,
        DOUBLE,
        range,
        meaning + "; null " + when,
        row -> numberOrNull(value(figures.apply(row))));
  }

  /** A column that is null where a row has no figures; {@code when} says where that is. */
  <R> Column<R> whereThere(String when, Function<R, Optional<EpochFigures>> figures) {
    return Column.nullable(
        name,
        DOUBLE,
        range,
        meaning + "; null " + when,
        row -> figures.apply(row).map(this::value).orElse(null));
  }

  private double value(EpochFigures figures) {
    return figure.applyAsDouble(set.apply(figures));
  }

  private static @Nullable Object numberOrNull(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
