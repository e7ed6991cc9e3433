package prunesweep.driver.tables;

import java.util.Locale;

/** The end of a finished trial. */
public enum TrialStatus {
  /** It ran to its end. */
  DONE,
  /** It failed by itself. */
  FAILED;

  /** The name in the tables. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static TrialStatus of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
