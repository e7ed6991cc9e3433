package prunesweep.driver.tables;

import java.util.Optional;
import org.apache.parquet.example.data.Group;
import prunesweep.trainer.spec.TrialId;

/**
 * A finished trial as a summary shows it.
 *
 * @param id which trial
 * @param sweep the name of the sweep that ran it
 * @param code what it was trained by, where that is known
 * @param status how it ended
 * @param error why it failed
 * @param target share that was to be pruned, 0..1; empty where none was
 * @param figures of the network; none when it failed
 * @param seconds wall clock
 */
public record FinishedTrial(
    TrialId id,
    String sweep,
    Optional<SourceTree> code,
    TrialStatus status,
    Optional<String> error,
    Optional<Double> target,
    Optional<Figures> figures,
    double seconds) {

  /**
   * The figures of a trial that is done; shares and accuracies are 0..1.
   *
   * @param cyclesDone prunes made
   * @param epochs epochs trained
   * @param sparsity zero weights over all weights
   * @param trainAccuracy running training accuracy of the last epoch
   * @param validationAccuracy validation accuracy after the last epoch
   * @param testAccuracy test accuracy
   * @param targetReached whether the share that was to be pruned was pruned; empty where it is not
   *     known, or none was
   */
  public record Figures(
      int cyclesDone,
      int epochs,
      double sparsity,
      double trainAccuracy,
      double validationAccuracy,
      double testAccuracy,
      Optional<Boolean> targetReached) {

    private static Figures of(Group row) {
      return new Figures(
          row.getInteger("cycles_done", 0),
          row.getInteger("epochs", 0),
          row.getDouble("sparsity", 0),
          row.getDouble("train_accuracy", 0),
          row.getDouble("validation_accuracy", 0),
          row.getDouble("test_accuracy", 0),
          find(row, TrialFigureColumns.TARGET_REACHED, column -> row.getBoolean(column, 0)));
    }
  }

  /** Says if it was to prune a share and is known not to have pruned it. */
  public boolean missedTarget() {
    return figures.flatMap(Figures::targetReached).filter(isReached -> !isReached).isPresent();
  }

  static FinishedTrial of(Group row) {
    TrialStatus status = TrialStatus.of(row.getString(TrialColumns.STATUS, 0));
    return new FinishedTrial(
        new TrialId(row.getString(TrialColumns.TRIAL_ID, 0)),
        row.getString("sweep", 0),
        find(row, TrialCodeColumns.COMMIT, column -> row.getString(column, 0))
            .map(commit -> new SourceTree(commit, row.getBoolean(TrialCodeColumns.CHANGED, 0))),
        status,
        find(row, "error", column -> row.getString(column, 0)),
        find(row, "target", column -> row.getDouble(column, 0)),
        status == TrialStatus.DONE ? Optional.of(Figures.of(row)) : Optional.empty(),
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
