package prunesweep.driver.tables;

import java.io.Serializable;
import java.util.stream.Stream;
import prunesweep.trainer.spec.TrialId;

/**
 * One of the many results of a trial, with the trial it belongs to.
 *
 * @param trial whose result it is
 * @param result the result
 * @param <R> e.g. epoch, cycle or layer
 */
record TrialResultRow<R>(TrialId trial, R result) {

  /** The rows a trial adds, one a result of {@code kind}; a failed trial adds none. */
  static <R extends Serializable> Rows<TrialResultRow<R>> from(Class<R> kind) {
    return Rows.ofTrials(trial -> rows(trial, kind));
  }

  private static <R extends Serializable> Stream<TrialResultRow<R>> rows(
      TrialRow trial, Class<R> kind) {
    TrialId id = trial.id();
    return trial.completed().stream()
        .flatMap(completed -> completed.results().of(kind).stream())
        .map(result -> new TrialResultRow<>(id, result));
  }
}
