package prunesweep.driver.cli;

import java.io.PrintWriter;
import prunesweep.driver.progress.SweepStatus;

/**
 * Problems and nothing else.
 *
 * @param err where they are said
 */
record QuietScreen(PrintWriter err) implements Screen {

  @Override
  public void note(String line) {}

  @Override
  public void problem(String line) {
    err.println(line);
    err.flush();
  }

  @Override
  public void show(SweepStatus status) {}

  @Override
  public void close() {}
}
