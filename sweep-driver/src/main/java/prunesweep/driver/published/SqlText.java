package prunesweep.driver.published;

/** Literals of SQL, for both engines. */
final class SqlText {

  private SqlText() {}

  /** A text. */
  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A double; null for an empty text. */
  static String number(String digits) {
    return digits.isEmpty() ? "CAST(NULL AS DOUBLE)" : digits + "e0";
  }
}
