package prunesweep.driver.sql;

import java.sql.SQLException;

/** Carries an {@link SQLException} through code that knows none. */
final class UncheckedSqlException extends RuntimeException {

  private final SQLException cause;

  UncheckedSqlException(SQLException cause) {
    super(cause);
    this.cause = cause;
  }

  @Override
  public synchronized SQLException getCause() {
    return cause;
  }
}
