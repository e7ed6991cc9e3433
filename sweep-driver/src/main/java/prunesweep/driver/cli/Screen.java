package prunesweep.driver.cli;

import prunesweep.driver.progress.SweepStatus;

/** Place where the user sees how a run goes on. May be used by any thread. */
interface Screen extends AutoCloseable {

  /** Says something that is good to know, on one line. */
  void note(String line);

  /** Says something that went wrong or may surprise, on one line. */
  void problem(String line);

  /** Shows where the run stands. */
  void show(SweepStatus status);

  /** Shows nothing more of that; what went wrong is said all the same. */
  @Override
  void close();
}
