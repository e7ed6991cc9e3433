package prunesweep.driver.tables;

import java.util.Optional;
import prunesweep.trainer.key.Values;
import prunesweep.trainer.result.TrialSummary;
import prunesweep.trainer.spec.TrialId;
import prunesweep.trainer.trial.TrialOutcome;
import prunesweep.trainer.trial.TrialOutcome.Completed;
import prunesweep.trainer.trial.TrialOutcome.Failed;
import prunesweep.trainer.trial.TrialSpec;

/**
 * A finished trial with all its rows in all tables.
 *
 * @param sweep the name of the sweep that ran it
 * @param outcome how it ended
 * @param code what it was trained by; empty outside a source tree
 */
public record TrialRow(String sweep, TrialOutcome outcome, Optional<SourceTree> code) {

  /** The trial's id, hashed anew at each call. */
  public TrialId id() {
    return spec().id();
  }

  /** The end of the trial. */
  public TrialStatus status() {
    return outcome instanceof Completed ? TrialStatus.DONE : TrialStatus.FAILED;
  }

  TrialSpec spec() {
    return outcome.spec();
  }

  Optional<Completed> completed() {
    return Optional.of(outcome).filter(Completed.class::isInstance).map(Completed.class::cast);
  }

  Optional<TrialSummary> summary() {
    return completed().map(Completed::summary);
  }

  Optional<Failed> failed() {
    return Optional.of(outcome).filter(Failed.class::isInstance).map(Failed.class::cast);
  }

  /** The values of all keys that apply to the trial. */
  Values settings() {
    return spec().values();
  }

  double seconds() {
    return summary()
        .map(TrialSummary::seconds)
        .or(() -> failed().map(Failed::seconds))
        .orElseThrow();
  }
}
