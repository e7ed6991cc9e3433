package prunesweep.driver.cli;

import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;

/**
 * Text from files, keys and queries as a terminal may have it: what would move the cursor, colour
 * the screen or turn the direction of writing is shown as an escape.
 */
final class Printable {

  private static final int LONGEST_SENTENCE = 1000;

  private Printable() {}

  /** One line of a bounded length: the middle is left out of a longer one. */
  static String sentence(String text) {
    return StringUtils.abbreviateMiddle(line(text), " ... ", LONGEST_SENTENCE);
  }

  /** One line, whole. */
  static String line(String text) {
    return text.codePoints().mapToObj(Printable::shown).collect(Collectors.joining());
  }

  /** Line by line. */
  static String lines(String text) {
    return text.lines().map(Printable::line).collect(Collectors.joining("\n"));
  }

  private static String shown(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL -> control(character);
      case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          unicode(character);
      default -> Character.toString(character);
    };
  }

  private static String control(int character) {
    return switch (character) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> unicode(character);
    };
  }

  private static String unicode(int character) {
    return "\\u%04x".formatted(character);
  }
}
