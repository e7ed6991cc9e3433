package prunesweep.driver.cli;

import java.io.PrintWriter;
import prunesweep.driver.progress.SweepStatus;

/** Place where the user sees how a run goes on. May be used by any thread. */
interface Screen extends AutoCloseable {

  /** The standard error {@code err}: lines that change on a terminal, a line at times in a log. */
  static Screen of(PrintWriter err) {
    return Terminal.isThere()
        ? TerminalScreen.ticking(err, Terminal.columns())
        : new LogScreen(err);
  }

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
