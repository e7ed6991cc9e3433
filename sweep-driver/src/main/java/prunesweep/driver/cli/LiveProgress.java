package prunesweep.driver.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import prunesweep.driver.progress.SweepStatus;
import prunesweep.driver.run.RunEvents;
import prunesweep.trainer.data.fetch.FetchListener;
import prunesweep.trainer.data.fetch.FetchOutcome;
import prunesweep.trainer.trial.TrialOutcome;

/** A bar with what is done, failed and running, and the time left. */
final class LiveProgress implements RunEvents, AutoCloseable {

  /**
   * Set by the launcher, which knows where the standard error goes; 0 where that is no terminal.
   * Were the bar to find it out, it would open the terminal, and close it at the first signal.
   */
  private static final int COLUMNS = Integer.getInteger("prunesweep.terminal.columns", 0);

  private static final int MILLIS_ON_TERMINAL = 500;
  private static final int MILLIS_IN_LOG = 30_000;
  private static final int LOG_WIDTH = 100;

  private final PrintWriter err;
  private @Nullable ProgressBar bar;
  private int failed;
  private int running;
  private int runningStages;

  LiveProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public FetchListener fetching() {
    return new FetchProgress(err);
  }

  @Override
  public void fetched(FetchOutcome outcome) {
    err.println(Printable.sentence(outcome.sentence()));
  }

  @Override
  public void starting(int planned, int finishedBefore) {
    if (finishedBefore == planned) {
      return;
    }
    bar =
        new ProgressBarBuilder()
            .setTaskName("trials")
            .setInitialMax(planned)
            .startsFrom(finishedBefore, Duration.ZERO)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(isOnTerminal() ? MILLIS_ON_TERMINAL : MILLIS_IN_LOG)
            .setConsumer(consumer())
            .build();
    show();
  }

  @Override
  public void webInterface(String address) {
    err.println("Spark's web pages: " + Printable.sentence(address));
  }

  /** Columns of the terminal; 0 where there is none. */
  static int columns() {
    return COLUMNS;
  }

  static boolean isOnTerminal() {
    return COLUMNS > 0;
  }

  /** On a terminal one line that changes, in a log a line each time. */
  private ProgressBarConsumer consumer() {
    return isOnTerminal()
        ? new ConsoleProgressBarConsumer(System.err, COLUMNS)
        : new DelegatingProgressBarConsumer(err::println, LOG_WIDTH);
  }

  @Override
  public void progressed(SweepStatus status) {
    running = status.trials().running();
    runningStages = status.trials().stages();
    show();
  }

  @Override
  public void warned(String sentence) {
    err.println(Printable.sentence(sentence));
  }

  @Override
  public void finished(List<TrialOutcome> outcomes) {
    failed += (int) outcomes.stream().filter(TrialOutcome.Failed.class::isInstance).count();
    running -= outcomes.size();
    if (bar != null) {
      bar.stepBy(outcomes.size());
    }
    show();
  }

  private void show() {
    if (bar != null) {
      String stages = runningStages == 0 ? "" : ", stages %d".formatted(runningStages);
      bar.setExtraMessage(" failed %d, running %d%s".formatted(failed, running, stages));
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
