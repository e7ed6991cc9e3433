package prunesweep.driver.tables;

import java.util.Optional;
import org.apache.parquet.example.data.Group;
import prunesweep.trainer.spec.TrialId;

/**
 * The figures of a finished trial that a summary shows; those of a failed trial are empty.
 *
 * @param id which trial
 * @param status how it ended
 * @param error why it failed
 * @param cyclesDone prunes made
 * @param epochs epochs trained
 * @param sparsity zero weights over all weights, 0..1
 * @param trainAccuracy running training accuracy of the last epoch, 0..1
 * @param validationAccuracy validation accuracy after the last epoch, 0..1
 * @param testAccuracy test accuracy, 0..1
 * @param seconds wall clock
 */
public record FinishedTrial(
    TrialId id,
    TrialStatus status,
    Optional<String> error,
    Optional<Integer> cyclesDone,
    Optional<Integer> epochs,
    Optional<Double> sparsity,
    Optional<Double> trainAccuracy,
    Optional<Double> validationAccuracy,
    Optional<Double> testAccuracy,
    double seconds) {

  static FinishedTrial of(Group row) {
    return new FinishedTrial(
        new TrialId(row.getString(TrialColumns.TRIAL_ID, 0)),
        TrialStatus.of(row.getString(TrialColumns.STATUS, 0)),
        find(row, "error", column -> row.getString(column, 0)),
        find(row, "cycles_done", column -> row.getInteger(column, 0)),
        find(row, "epochs", column -> row.getInteger(column, 0)),
        find(row, "sparsity", column -> row.getDouble(column, 0)),
        find(row, "train_accuracy", column -> row.getDouble(column, 0)),
        find(row, "validation_accuracy", column -> row.getDouble(column, 0)),
        find(row, "test_accuracy", column -> row.getDouble(column, 0)),
        row.getDouble("seconds", 0));
  }

  private interface Cell<T> {
    T in(String column);
  }

  private static <T> Optional<T> find(Group row, String column, Cell<T> cell) {
    return row.getFieldRepetitionCount(column) == 0
        ? Optional.empty()
        : Optional.of(cell.in(column));
  }
}
