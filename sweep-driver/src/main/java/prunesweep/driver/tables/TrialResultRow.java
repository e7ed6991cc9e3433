package prunesweep.driver.tables;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import prunesweep.trainer.spec.TrialId;
import prunesweep.trainer.trial.TrialOutcome.Completed;

/**
 * One of the many results of a trial, with the trial it belongs to.
 *
 * @param trial whose result it is
 * @param result the result
 * @param <R> e.g. epoch, cycle or layer
 */
record TrialResultRow<R>(TrialId trial, R result) {

  /** The rows a trial adds when {@code results} are kept; a failed trial adds none. */
  static <R> Rows<TrialResultRow<R>> from(Function<Completed, List<R>> results) {
    return Rows.ofTrials(trial -> rows(trial, results));
  }

  private static <R> Stream<TrialResultRow<R>> rows(
      TrialRow trial, Function<Completed, List<R>> results) {
    TrialId id = trial.id();
    return trial.completed().stream()
        .flatMap(completed -> results.apply(completed).stream())
        .map(result -> new TrialResultRow<>(id, result));
  }
}
