package prunesweep.driver.published;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A column of {@code trials} and the value that it must have.
 *
 * @param column the column
 * @param value a number, true, false or null as it is written; else a text
 */
public record Setting(String column, String value) {

  private static final String NONE = "null";
  private static final Pattern BARE = Pattern.compile("-?\\d+(\\.\\d+)?|true|false");

  /** The setting written as {@code column=value}. */
  static Setting parse(String text) {
    int end = text.indexOf('=');
    return new Setting(text.substring(0, end), text.substring(end + 1));
  }

  /** The setting whose column holds {@code cell}, or nothing where it is empty. */
  public static Setting of(String column, Optional<Object> cell) {
    return new Setting(column, cell.map(Setting::text).orElse(NONE));
  }

  private static String text(Object cell) {
    return cell instanceof Double number
        ? BigDecimal.valueOf(number).toPlainString()
        : cell.toString();
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
