package prunesweep.trainer;

import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import prunesweep.trainer.checkpoint.StageOutcome;
import prunesweep.trainer.data.DataException;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.result.FailureKind;
import prunesweep.trainer.score.ScorerException;
import prunesweep.trainer.spec.StageSpec;
import prunesweep.trainer.spec.TrunkSpec;
import prunesweep.trainer.training.DivergedException;
import prunesweep.trainer.trial.TrialOutcome;
import prunesweep.trainer.trial.TrialSpec;

/** Turns what a trial or stage threw into its outcome. */
final class Failures {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  /** The outcome of a trial that threw {@code failure}; a cancellation is thrown on. */
  static TrialOutcome outcome(TrialSpec spec, Throwable failure, double seconds) {
    return new TrialOutcome.Failed(
        spec, kind("Trial " + spec.id(), failure), message(spoken(failure, spec.trunk())), seconds);
  }

  /** The outcome of a stage that threw {@code failure}; a cancellation is thrown on. */
  static StageOutcome outcome(StageSpec stage, Throwable failure) {
    return new StageOutcome.Failed(
        stage, kind("Stage " + stage.id(), failure), message(spoken(failure, stage.trunk())));
  }

  /** A full memory says nothing of what filled it. */
  private static Throwable spoken(Throwable failure, TrunkSpec trunk) {
    return failure instanceof OutOfMemoryError ? MemoryNeed.exceeded(trunk) : failure;
  }

  private static FailureKind kind(String work, Throwable failure) {
    if (failure instanceof CancellationException cancelled) {
      throw cancelled;
    }
    FailureKind kind = kind(failure);
    if (kind == FailureKind.BUG) {
      LOG.error("{} failed", work, failure);
    }
    return kind;
  }

  private static FailureKind kind(Throwable failure) {
    if (failure instanceof DivergedException) {
      return FailureKind.DIVERGED;
    }
    if (failure instanceof InvalidSpecException
        || failure instanceof DataException
        || failure instanceof ScorerException) {
      return FailureKind.DATA;
    }
    return failure instanceof OutOfMemoryError || failure instanceof OutOfMemoryException
        ? FailureKind.RESOURCE
        : FailureKind.BUG;
  }

  /** Exceptions of the trainer speak in sentences; others need their name beside the message. */
  private static String message(Throwable failure) {
    boolean isSentence = failure.getClass().getName().startsWith("prunesweep.");
    String message = String.valueOf(failure.getMessage());
    return isSentence ? message : failure.getClass().getSimpleName() + ": " + message;
  }
}
