package prunesweep.trainer.spec;

import java.util.regex.Pattern;

/** The rules that several specs share; each throws {@link InvalidSpecException}. */
final class Require {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{16}");

  private Require() {}

  static void hash(String key, String value) {
    if (!HASH.matcher(value).matches()) {
      throw new InvalidSpecException(key, "16 lower-case hexadecimal digits", value);
    }
  }

  static void between(String key, long value, long lowest, long highest) {
    if (value < lowest || value > highest) {
      throw new InvalidSpecException(
          key, "a whole number from %d to %d".formatted(lowest, highest), value);
    }
  }

  /** Refuses NaN, infinities and anything outside the open interval (0, 1). */
  static void share(String key, double value) {
    if (!(value > 0 && value < 1)) {
      throw new InvalidSpecException(key, "a share above 0 and below 1", value);
    }
  }

  /** Refuses NaN, infinities and anything outside [0, 1). */
  static void shareOrZero(String key, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new InvalidSpecException(key, "a share from 0 and below 1", value);
    }
  }

  /** Refuses NaN, infinities and anything outside (0, 1]. */
  static void shareOrOne(String key, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new InvalidSpecException(key, "a share above 0 and at most 1", value);
    }
  }

  static void zeroOrPositive(String key, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new InvalidSpecException(key, "a finite number from 0", value);
    }
  }

  static void positive(String key, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new InvalidSpecException(key, "a finite number above 0", value);
    }
  }
}
