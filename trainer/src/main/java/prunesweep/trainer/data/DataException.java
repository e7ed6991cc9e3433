package prunesweep.trainer.data;

import org.apache.commons.lang3.StringUtils;

/** Failure to get or use a data set: one sentence naming the file, the rule and the value. */
public final class DataException extends RuntimeException {

  /** Characters of a value in a message; a SHA-256 with a few words fits. */
  private static final int LONGEST_SHOWN = 120;

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
        "Cannot read %s: %s must be %s, got %s"
            .formatted(
                file, what, rule, StringUtils.abbreviate(String.valueOf(got), LONGEST_SHOWN)));
  }

  /** Does as {@link #unreadable(String, String, String, Object)}, found out by {@code cause}. */
  public static DataException unreadable(
      String file, String what, String rule, Object got, Throwable cause) {
    DataException exception = unreadable(file, what, rule, got);
    exception.initCause(cause);
    return exception;
  }
}
