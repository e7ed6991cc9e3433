package prunesweep.driver.config;

import com.typesafe.config.ConfigValue;

/** A value that breaks the rule of its key; the reader that knows the key makes a problem of it. */
final class UnfitValueException extends RuntimeException {

  private final String rule;
  private final String hint;

  UnfitValueException(String rule, String hint) {
    super(rule);
    this.rule = rule;
    this.hint = hint;
  }

  UnfitValueException(String rule) {
    this(rule, "");
  }

  /** The sentence: {@code path} must be the rule, got {@code value}. */
  String about(String path, ConfigValue value) {
    return ConfigValues.mustBe(path, rule, value) + hint;
  }
}
