package prunesweep.trainer.key;

/**
 * A provider of methods, scopes or schedules that cannot be used; the message is one sentence for
 * the user.
 */
public final class SectionsException extends RuntimeException {

  SectionsException(String message, Throwable cause) {
    super(message, cause);
  }
}
