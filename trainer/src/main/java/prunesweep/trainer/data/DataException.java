package prunesweep.trainer.data;

/** Failure to get or use a data set: one sentence naming the file, the rule and the value. */
public final class DataException extends RuntimeException {

  public DataException(String sentence) {
    super(sentence);
  }

  public DataException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /**
   * The exception for {@code what} in {@code file}, which must be {@code rule} but is {@code got}.
   */
  public static DataException unreadable(String file, String what, String rule, Object got) {
    return new DataException(
        "Cannot read %s: %s must be %s, got %s".formatted(file, what, rule, got));
  }

  /** As {@link #unreadable(String, String, String, Object)}, found out by {@code cause}. */
  public static DataException unreadable(
      String file, String what, String rule, Object got, Throwable cause) {
    DataException exception = unreadable(file, what, rule, got);
    exception.initCause(cause);
    return exception;
  }
}
