package prunesweep.driver.tables;

import java.util.Optional;
import prunesweep.trainer.result.TrialOutcome;
import prunesweep.trainer.result.TrialOutcome.Completed;
import prunesweep.trainer.result.TrialOutcome.Failed;
import prunesweep.trainer.result.TrialSummary;
import prunesweep.trainer.spec.ActivationPruning;
import prunesweep.trainer.spec.GlobalScope;
import prunesweep.trainer.spec.MagnitudePruning;
import prunesweep.trainer.spec.MethodSpec;
import prunesweep.trainer.spec.OneShotPruning;
import prunesweep.trainer.spec.TrialId;
import prunesweep.trainer.spec.TrialSpec;

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

  Optional<ActivationPruning> pruning() {
    return method(ActivationPruning.class);
  }

  Optional<MagnitudePruning> magnitude() {
    return method(MagnitudePruning.class);
  }

  Optional<OneShotPruning> oneShot() {
    return method(OneShotPruning.class);
  }

  private <M extends MethodSpec> Optional<M> method(Class<M> kind) {
    return Optional.of(spec().method()).filter(kind::isInstance).map(kind::cast);
  }

  Optional<GlobalScope> globalScope() {
    return pruning()
        .map(ActivationPruning::scope)
        .filter(GlobalScope.class::isInstance)
        .map(GlobalScope.class::cast);
  }

  double seconds() {
    return summary()
        .map(TrialSummary::seconds)
        .or(() -> failed().map(Failed::seconds))
        .orElseThrow();
  }
}
