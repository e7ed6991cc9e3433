package prunesweep.driver.tables;

import static prunesweep.driver.tables.ColumnType.DOUBLE;
import static prunesweep.driver.tables.ColumnType.INT;
import static prunesweep.driver.tables.ColumnType.STRING;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import prunesweep.trainer.result.EvaluationResult;
import prunesweep.trainer.result.Moment;
import prunesweep.trainer.result.TrialOutcome.Completed;

/** The table {@code evaluations} and its columns. */
final class EvaluationColumns {

  private static final List<Column<TrialResultRow<EvaluationResult>>> STAGE =
      List.of(
          ResultColumns.trial(),
          ResultColumns.value(
              "stage",
              STRING,
              "dense, pruned, retrained",
              "What was done to the network before",
              EvaluationResult::stage),
          ResultColumns.value(
              "stop_reason",
              STRING,
              "target-accuracy, early-stopping, max-epochs, none",
              "What ended its training; none where the stage only pruned",
              EvaluationResult::stopReason),
          ResultColumns.value(
              "sparsity",
              DOUBLE,
              "0..1",
              "Zero weights over all weights at its end",
              EvaluationResult::sparsity));

  private static final List<Column<TrialResultRow<EvaluationResult>>> ALL =
      Stream.of(
              STAGE,
              moment("", EvaluationResult::last),
              moment("lowest_", EvaluationResult::lowest),
              training("", EvaluationResult::last),
              training("lowest_", EvaluationResult::lowest))
          .flatMap(List::stream)
          .toList();

  static final Table<TrialResultRow<EvaluationResult>> TABLE =
      new Table<>(
          "evaluations",
          Generation.NINE_TABLES,
          "One row a stage of a trial that is done: how the network did at its last epoch and, in"
              + " the columns that start with `lowest_`, at its epoch of lowest validation loss"
              + " since the last prune.",
          ALL,
          TrialResultRow.from(Completed::evaluations));

  private EvaluationColumns() {}

  private static List<Column<TrialResultRow<EvaluationResult>>> moment(
      String prefix, Function<EvaluationResult, Moment> which) {
    return List.of(
        ResultColumns.value(
            prefix + "epoch",
            INT,
            "at least 0",
            "The epoch within its phase; 0 where the stage did not train",
            result -> which.apply(result).epoch()),
        ResultColumns.number(
            prefix + "train_accuracy",
            "0..1",
            "Running training accuracy of that epoch; null where the stage did not train",
            result -> which.apply(result).trainAccuracy()),
        figure(
            prefix + "validation_loss",
            "at least 0",
            "Mean cross-entropy over the validation images",
            which,
            Moment::validationLoss),
        share(
            prefix + "validation_accuracy",
            "Validation images classified right",
            which,
            Moment::validationAccuracy),
        share(
            prefix + "validation_class0_top1",
            "Validation images whose best output is class 0",
            which,
            Moment::validationClass0Top1),
        share(
            prefix + "validation_class0_top5",
            "Validation images with class 0 among the five best outputs",
            which,
            Moment::validationClass0Top5),
        share(
            prefix + "test_accuracy", "Test images classified right", which, Moment::testAccuracy),
        share(
            prefix + "test_top5",
            "Test images whose class is among the five best outputs",
            which,
            Moment::testTop5),
        share(
            prefix + "class0_top1_test",
            "Test images whose best output is class 0",
            which,
            Moment::testClass0Top1),
        share(
            prefix + "class0_top5_test",
            "Test images with class 0 among the five best outputs",
            which,
            Moment::testClass0Top5));
  }

  /** As the columns of {@code epochs}, which came later than the others. */
  private static List<Column<TrialResultRow<EvaluationResult>>> training(
      String prefix, Function<EvaluationResult, Moment> which) {
    return List.of(
        ResultColumns.number(
            prefix + "train_class0_top1",
            "0..1",
            "Running share of training images whose best output was class 0; null where the stage"
                + " did not train, and in rows of earlier versions",
            result -> which.apply(result).trainClass0Top1()),
        ResultColumns.number(
            prefix + "train_class0_top5",
            "0..1",
            "Running share of training images with class 0 among the five best outputs; null where"
                + " the stage did not train, and in rows of earlier versions",
            result -> which.apply(result).trainClass0Top5()));
  }

  private static Column<TrialResultRow<EvaluationResult>> share(
      String name,
      String meaning,
      Function<EvaluationResult, Moment> which,
      ToDoubleFunction<Moment> value) {
    return figure(name, "0..1", meaning, which, value);
  }

  private static Column<TrialResultRow<EvaluationResult>> figure(
      String name,
      String range,
      String meaning,
      Function<EvaluationResult, Moment> which,
      ToDoubleFunction<Moment> value) {
    return ResultColumns.value(
        name, DOUBLE, range, meaning, result -> value.applyAsDouble(which.apply(result)));
  }
}
