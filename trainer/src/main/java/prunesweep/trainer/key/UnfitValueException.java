package prunesweep.trainer.key;

/** A written value that breaks the rule of its key; its reader knows key and value. */
public final class UnfitValueException extends RuntimeException {

  private final String rule;
  private final String hint;

  /**
   * A value that is not {@code rule}.
   *
   * @param hint what ends the sentence, e.g. the name that was probably meant
   */
  public UnfitValueException(String rule, String hint) {
    super(rule);
    this.rule = rule;
    this.hint = hint;
  }

  /** A value that is not {@code rule}. */
  public UnfitValueException(String rule) {
    this(rule, "");
  }

  /** The rule, to be read after "must be". */
  public String rule() {
    return rule;
  }

  /** The end of the sentence, maybe empty. */
  public String hint() {
    return hint;
  }
}
