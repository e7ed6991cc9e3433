package prunesweep.driver.config;

import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigOriginFactory;
import java.nio.file.Path;

/**
 * Budget of one config: bytes, substitutions and depth are bounded before the library sees any
 * text, since it reads recursively and keeps all.
 */
final class ConfigBudget {

  /** Bytes of a config with its includes and overrides; a list of 100,000 seeds has 0.7 million. */
  static final int MOST_BYTES = 1 << 20;

  /** Levels of blocks, lists and parts of keys. */
  static final int MOST_DEPTH = 100;

  /** Substitutions; the library takes time with their square. */
  static final int MOST_SUBSTITUTIONS = 500;

  /** Files that are open at once, each included by the one before. */
  private static final int MOST_INCLUDES = 50;

  private final Problems problems;
  private int openFiles;
  private int bytes;
  private int substitutions;

  ConfigBudget(Problems problems) {
    this.problems = problems;
  }

  /**
   * Counts {@code file} as one that is being read, until {@link #leave}.
   *
   * @throws ConfigException if it was included too deeply, as a file that includes itself is
   */
  void enter(Path file) {
    openFiles++;
    if (openFiles > MOST_INCLUDES) {
      problems.addAt(
          file.toString(),
          "it must be valid HOCON: include statements nested more than %d times"
              .formatted(MOST_INCLUDES));
      throw problems.toException();
    }
  }

  /** Ends what {@link #enter} began. */
  void leave() {
    openFiles--;
  }

  /** Bytes that may still come. */
  int bytesLeft() {
    return MOST_BYTES - bytes;
  }

  /**
   * Takes {@code text} into account.
   *
   * @param length its bytes, at most those that are left
   * @param place where it stands
   * @throws ConfigException if it is nested too deeply or has too many substitutions
   */
  void take(String text, int length, String place) {
    bytes += length;
    HoconOutline outline = HoconOutline.of(text);
    substitutions += outline.substitutions();
    if (outline.deepest() > MOST_DEPTH) {
      ConfigOrigin line =
          ConfigOriginFactory.newSimple(place).withLineNumber(outline.deepestLine());
      problems.add(
          line,
          "keys and values must be nested at most %d deep, each part of a key counted, got more"
              .formatted(MOST_DEPTH));
      throw problems.toException();
    }
    if (substitutions > MOST_SUBSTITUTIONS) {
      problems.addAt(
          place,
          "a config must have at most %d substitutions ${...}, got more"
              .formatted(MOST_SUBSTITUTIONS));
      throw problems.toException();
    }
  }

  /** The problem of a text that is longer than what is left. */
  ConfigException tooLong(String place) {
    problems.addAt(
        place,
        "a config must have at most %d bytes with all that it includes, got more"
            .formatted(MOST_BYTES));
    return problems.toException();
  }
}
