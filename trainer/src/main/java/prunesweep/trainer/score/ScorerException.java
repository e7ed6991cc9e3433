package prunesweep.trainer.score;

import org.jspecify.annotations.Nullable;
import prunesweep.scorer.Scorer;

/** A scorer of the user's own that cannot be used; the message is one sentence for the user. */
public final class ScorerException extends RuntimeException {

  ScorerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  ScorerException(String message) {
    this(message, null);
  }

  /** Instead of an answer {@code scorer} threw {@code failure}. */
  public static ScorerException thrown(Scorer scorer, String name, Throwable failure) {
    return new ScorerException(
        "Cannot score: score must be a scorer that gives scores, got %s, which threw %s"
            .formatted(name, told(failure, scorer.getClass())),
        failure);
  }

  /** A failure of code of {@code type} in a few words, with the line where it is known. */
  static String told(Throwable failure, Class<?> type) {
    for (StackTraceElement frame : failure.getStackTrace()) {
      if (frame.getClassName().equals(type.getName())) {
        return "%s in %s(%s:%d)"
            .formatted(failure, frame.getClassName(), frame.getFileName(), frame.getLineNumber());
      }
    }
    return failure.toString();
  }
}
