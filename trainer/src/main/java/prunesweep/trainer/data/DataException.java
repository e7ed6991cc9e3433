package prunesweep.trainer.data;

import org.apache.commons.lang3.StringUtils;

/** Images that cannot be had or used: one sentence naming the file, the rule and the value. */
public final class DataException extends RuntimeException {

  /** Characters of a value in a message; a SHA-256 with a few words fits. */
  private static final int LONGEST_SHOWN = 120;

  DataException(String sentence) {
    super(sentence);
  }

  DataException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** Of {@code file}, {@code what} breaks {@code rule}: it is {@code got}. */
  static DataException unreadable(String file, String what, String rule, Object got) {
    return new DataException(
        "Cannot read %s: %s must be %s, got %s"
            .formatted(
                file, what, rule, StringUtils.abbreviate(String.valueOf(got), LONGEST_SHOWN)));
  }

  /** As {@link #unreadable(String, String, String, Object)}, for what {@code cause} says. */
  static DataException unreadable(
      String file, String what, String rule, Object got, Throwable cause) {
    DataException exception = unreadable(file, what, rule, got);
    exception.initCause(cause);
    return exception;
  }
}
