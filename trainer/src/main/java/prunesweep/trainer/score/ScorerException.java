package prunesweep.trainer.score;

/** A scorer of the user's own that cannot be used; the message is one sentence for the user. */
public final class ScorerException extends RuntimeException {

  ScorerException(String message, Throwable cause) {
    super(message, cause);
  }

  ScorerException(String message) {
    super(message);
  }
}
