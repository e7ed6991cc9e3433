package prunesweep.trainer;

import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import prunesweep.trainer.result.FailureKind;
import prunesweep.trainer.result.TrialOutcome;
import prunesweep.trainer.spec.InvalidSpecException;
import prunesweep.trainer.spec.TrialSpec;
import prunesweep.trainer.training.DivergedException;

/** Turns what a trial threw into its outcome. */
final class Failures {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  /** The outcome of a trial that threw {@code failure}; a cancellation is thrown on. */
  static TrialOutcome outcome(TrialSpec spec, Throwable failure, double seconds) {
    if (failure instanceof CancellationException cancelled) {
      throw cancelled;
    }
    FailureKind kind = kind(failure);
    LOG.warn("Trial {} failed ({})", spec.id(), kind.label(), failure);
    return new TrialOutcome.Failed(spec, kind, message(failure), seconds);
  }

  private static FailureKind kind(Throwable failure) {
    if (failure instanceof DivergedException) {
      return FailureKind.DIVERGED;
    }
    if (failure instanceof InvalidSpecException) {
      return FailureKind.DATA;
    }
    return failure instanceof OutOfMemoryError ? FailureKind.RESOURCE : FailureKind.BUG;
  }

  private static String message(Throwable failure) {
    String message = failure.getMessage();
    boolean isSentence =
        failure instanceof DivergedException || failure instanceof InvalidSpecException;
    return isSentence && message != null
        ? message
        : failure.getClass().getSimpleName() + ": " + message;
  }
}
