package prunesweep.driver.cli;

/** What the process tells its caller. */
final class ExitCode {

  static final int DONE = 0;
  static final int DEFECT = 1;
  static final int PROBLEM = 2;
  static final int INCOMPLETE = 3;

  private ExitCode() {}
}
