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

/** The columns of {@code evaluations}. */
final class EvaluationColumns {

  private static final List<Column<Part<EvaluationResult>>> STAGE =
      List.of(
          PartColumns.trial(),
          PartColumns.part(
              "stage",
              STRING,
              "dense, pruned, retrained",
              "What was done to the network before",
              EvaluationResult::stage),
          PartColumns.part(
              "stop_reason",
              STRING,
              "target-accuracy, early-stopping, max-epochs, none",
              "What ended its training; none where the stage only pruned",
              EvaluationResult::stopReason),
          PartColumns.part(
              "sparsity",
              DOUBLE,
              "0..1",
              "Zero weights over all weights at its end",
              EvaluationResult::sparsity));

  static final List<Column<Part<EvaluationResult>>> ALL =
      Stream.of(
              STAGE,
              moment("", EvaluationResult::last),
              moment("lowest_", EvaluationResult::lowest),
              training("", EvaluationResult::last),
              training("lowest_", EvaluationResult::lowest))
          .flatMap(List::stream)
          .toList();

  private EvaluationColumns() {}

  private static List<Column<Part<EvaluationResult>>> moment(
      String prefix, Function<EvaluationResult, Moment> which) {
    return List.of(
        PartColumns.part(
            prefix + "epoch",
            INT,
            "at least 0",
            "The epoch within its phase; 0 where the stage did not train",
            result -> which.apply(result).epoch()),
        PartColumns.number(
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
  private static List<Column<Part<EvaluationResult>>> training(
      String prefix, Function<EvaluationResult, Moment> which) {
    return List.of(
        PartColumns.number(
            prefix + "train_class0_top1",
            "0..1",
            "Running share of training images whose best output was class 0; null where the stage"
                + " did not train, and in rows of earlier versions",
            result -> which.apply(result).trainClass0Top1()),
        PartColumns.number(
            prefix + "train_class0_top5",
            "0..1",
            "Running share of training images with class 0 among the five best outputs; null where"
                + " the stage did not train, and in rows of earlier versions",
            result -> which.apply(result).trainClass0Top5()));
  }

  private static Column<Part<EvaluationResult>> share(
      String name,
      String meaning,
      Function<EvaluationResult, Moment> which,
      ToDoubleFunction<Moment> value) {
    return figure(name, "0..1", meaning, which, value);
  }

  private static Column<Part<EvaluationResult>> figure(
      String name,
      String range,
      String meaning,
      Function<EvaluationResult, Moment> which,
      ToDoubleFunction<Moment> value) {
    return PartColumns.part(
        name, DOUBLE, range, meaning, result -> value.applyAsDouble(which.apply(result)));
  }
}
