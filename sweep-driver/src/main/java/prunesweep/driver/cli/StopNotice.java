package prunesweep.driver.cli;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Notice to the user who stops a run (Ctrl-C, a signal to end) that this has happened and how to go
 * on. Java takes Spark down at the same moment, so whatever the run itself throws then is no news.
 */
final class StopNotice {

  private final Screen screen;
  private final Runnable afterwards;
  private final Thread hook = new Thread(this::say, "stop-notice");

  private StopNotice(Screen screen, Runnable afterwards) {
    this.screen = screen;
    this.afterwards = afterwards;
  }

  /**
   * What {@code run} returns, or empty when it was stopped.
   *
   * @param afterwards is run when it was, before the process ends
   */
  static <T> Optional<T> during(Supplier<T> run, Screen screen, Runnable afterwards) {
    StopNotice notice = new StopNotice(screen, afterwards);
    Runtime.getRuntime().addShutdownHook(notice.hook);
    T result;
    try {
      result = run.get();
    } catch (RuntimeException | Error e) {
      if (notice.isLate()) {
        return Optional.empty();
      }
      throw e;
    }
    return notice.isLate() ? Optional.empty() : Optional.of(result);
  }

  /** Takes the notice back; whether the virtual machine is ending already. */
  private boolean isLate() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
      return false;
    } catch (IllegalStateException ending) {
      return true;
    }
  }

  private void say() {
    screen.close();
    screen.problem(
        "You stopped the run: finished trials are kept, run the same command again to go on");
    afterwards.run();
  }
}
