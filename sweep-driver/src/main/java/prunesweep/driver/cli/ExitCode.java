package prunesweep.driver.cli;

/** Exit codes of the process. */
public final class ExitCode {

  /** All was done. */
  public static final int DONE = 0;

  /** This program is wrong. */
  public static final int DEFECT = 1;

  /** The user is asked for something else. */
  public static final int PROBLEM = 2;

  /** Some trials failed or were not run. */
  public static final int INCOMPLETE = 3;

  /** What shells show of a process that ended on Ctrl-C; Java says so itself after a signal. */
  static final int STOPPED = 130;

  private ExitCode() {}
}
