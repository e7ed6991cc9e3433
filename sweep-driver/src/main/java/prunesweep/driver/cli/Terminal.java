package prunesweep.driver.cli;

/**
 * The terminal that the standard error goes to. Set by the launcher, which knows: were this process
 * to find it out, it would open the terminal, and close it at the first signal.
 */
final class Terminal {

  private static final int COLUMNS = Integer.getInteger("prunesweep.terminal.columns", 0);

  private Terminal() {}

  /** Whether there is one. */
  static boolean isThere() {
    return COLUMNS > 0;
  }

  /** Its columns; 0 where there is none. */
  static int columns() {
    return COLUMNS;
  }

  /** Its columns; {@code otherwise} where there is none. */
  static int columnsOr(int otherwise) {
    return isThere() ? COLUMNS : otherwise;
  }
}
