package prunesweep.driver.tables;

import java.util.Locale;

/** The sweep that trains a trial: the one that plans it, or another before. */
public enum Origin {
  /** Another sweep: the trial was finished before this one first ran. */
  REUSED,
  /** The sweep itself. */
  TRAINED;

  /** The name in the tables. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Origin of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
