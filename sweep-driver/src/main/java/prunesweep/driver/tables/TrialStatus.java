package prunesweep.driver.tables;

import java.util.Locale;

/** How a finished trial ended. */
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
