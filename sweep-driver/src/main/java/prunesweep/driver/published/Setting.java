package prunesweep.driver.published;

import java.util.regex.Pattern;

/**
 * A column of {@code trials} and the value that it must have.
 *
 * @param column the column
 * @param value a number, true, false or null as it is written; else a text
 */
record Setting(String column, String value) {

  private static final String NONE = "null";
  private static final Pattern BARE = Pattern.compile("-?\\d+(\\.\\d+)?|true|false");

  /** The setting written as {@code column=value}. */
  static Setting parse(String text) {
    int end = text.indexOf('=');
    return new Setting(text.substring(0, end), text.substring(end + 1));
  }

  /** The condition, in SQL. */
  String condition() {
    if (value.equals(NONE)) {
      return column + " IS NULL";
    }
    return column + " = " + (BARE.matcher(value).matches() ? value : SqlText.quoted(value));
  }

  /** The condition for trials that have such a setting, in SQL; other trials meet it too. */
  String whereItApplies() {
    return value.equals(NONE) ? condition() : "(%s IS NULL OR %s)".formatted(column, condition());
  }
}
