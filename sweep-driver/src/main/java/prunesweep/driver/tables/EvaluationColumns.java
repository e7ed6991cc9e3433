package prunesweep.driver.tables;

import static prunesweep.driver.tables.ColumnType.DOUBLE;
import static prunesweep.driver.tables.ColumnType.INT;
import static prunesweep.driver.tables.ColumnType.STRING;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import prunesweep.trainer.result.EpochFigures;
import prunesweep.trainer.result.EvaluationResult;

/** The table {@code evaluations} and its columns. */
final class EvaluationColumns {

  private static final String UNTRAINED = "where the stage did not train";

  private static final List<FigureColumn> EVALUATED =
      List.of(
          FigureColumn.VALIDATION_LOSS,
          FigureColumn.VALIDATION_ACCURACY,
          FigureColumn.VALIDATION_CLASS0_TOP1,
          FigureColumn.VALIDATION_CLASS0_TOP5,
          FigureColumn.TEST_ACCURACY,
          FigureColumn.TEST_TOP5,
          FigureColumn.CLASS0_TOP1_TEST,
          FigureColumn.CLASS0_TOP5_TEST);

  private static final List<Column<TrialResultRow<EvaluationResult>>> STAGE =
      List.of(
          ResultColumns.trial(),
          ResultColumns.stage(EvaluationResult::stage),
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
              figures("", EvaluationResult::last),
              figures("lowest_", EvaluationResult::lowest),
              training("", EvaluationResult::last),
              training("lowest_", EvaluationResult::lowest),
              testLosses())
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
          TrialResultRow.from(EvaluationResult.class));

  private EvaluationColumns() {}

  private static List<Column<TrialResultRow<EvaluationResult>>> figures(
      String prefix, Function<EvaluationResult, EpochFigures> which) {
    Function<TrialResultRow<EvaluationResult>, EpochFigures> figures =
        row -> which.apply(row.result());
    List<Column<TrialResultRow<EvaluationResult>>> columns = new ArrayList<>();
    columns.add(
        ResultColumns.value(
            prefix + "epoch",
            INT,
            "at least 0",
            "The epoch within its phase; 0 where the stage did not train",
            result -> which.apply(result).epoch()));
    columns.add(FigureColumn.TRAIN_ACCURACY.whereMeasured(prefix, UNTRAINED, figures));
    EVALUATED.forEach(figure -> columns.add(figure.of(prefix, figures)));
    return columns;
  }

  private static List<Column<TrialResultRow<EvaluationResult>>> testLosses() {
    return Column.since(
        Generation.FIELD,
        List.of(
            testLoss("", EvaluationResult::last), testLoss("lowest_", EvaluationResult::lowest)));
  }

  private static Column<TrialResultRow<EvaluationResult>> testLoss(
      String prefix, Function<EvaluationResult, EpochFigures> which) {
    return FigureColumn.TEST_LOSS.whereMeasured(
        prefix, "in rows of earlier versions", row -> which.apply(row.result()));
  }

  /** They came later than the others. */
  private static List<Column<TrialResultRow<EvaluationResult>>> training(
      String prefix, Function<EvaluationResult, EpochFigures> which) {
    String when = UNTRAINED + ", and in rows of earlier versions";
    return Stream.of(FigureColumn.TRAIN_CLASS0_TOP1, FigureColumn.TRAIN_CLASS0_TOP5)
        .map(
            figure ->
                figure.<TrialResultRow<EvaluationResult>>whereMeasured(
                    prefix, when, row -> which.apply(row.result())))
        .toList();
  }
}
