package prunesweep.trainer.result;

import java.util.Locale;

/** The cause of a failure. */
public enum FailureKind {
  /** The images or labels are not usable. */
  DATA,
  /** The loss is no longer a finite number. */
  DIVERGED,
  /** Memory, disk or an executor was lost. */
  RESOURCE,
  /** Anything else: a defect of the program. */
  BUG;

  /** The name in the tables. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
