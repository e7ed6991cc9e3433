package prunesweep.trainer.key;

/** A value that breaks a rule of a spec: which key, which rule, which value. */
public final class InvalidSpecException extends IllegalArgumentException {

  private final String key;
  private final String rule;
  private final String value;

  /** A problem of {@code key}, named as in a config relative to its record, e.g. {@code target}. */
  public InvalidSpecException(String key, String rule, Object value) {
    super("%s must be %s, got %s".formatted(key, rule, value));
    this.key = key;
    this.rule = rule;
    this.value = String.valueOf(value);
  }

  /** The key that breaks the rule. */
  public String key() {
    return key;
  }

  /** The rule, to be read after "must be". */
  public String rule() {
    return rule;
  }

  /** The value as it was given. */
  public String value() {
    return value;
  }
}
