package prunesweep.driver.sql;

/** A query that cannot be run; the message is one sentence for the user. */
public final class QueryException extends RuntimeException {

  QueryException(String message, Throwable cause) {
    super(message, cause);
  }

  QueryException(String message) {
    super(message);
  }
}
