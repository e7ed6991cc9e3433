package prunesweep.driver.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.lang3.StringUtils;
import prunesweep.driver.progress.Counts;
import prunesweep.driver.progress.RunningWork;
import prunesweep.driver.progress.SweepStatus;
import prunesweep.trainer.checkpoint.Standing;

/** Lines that say where a sweep stands. All that matters of them fits into 60 columns. */
final class StatusLines {

  private static final int MOST_RUNNING = 20;
  private static final int LONGEST_BAR = 30;
  private static final int SHORTEST_BAR = 5;
  private static final int ID = 8;

  private StatusLines() {}

  /**
   * A bar with numbers and times, and a line for each trial or stage that runs.
   *
   * @param width columns of the longest line, from 60
   * @param now the moment of which they tell, when nothing newer than {@code status} is known
   */
  static List<String> of(SweepStatus status, int width, Instant now) {
    List<String> lines = new ArrayList<>();
    lines.add(bar(status, width, now));
    List<RunningWork> running = status.running();
    running.stream().limit(MOST_RUNNING).map(work -> line(work, width)).forEach(lines::add);
    if (running.size() > MOST_RUNNING) {
      lines.add("  and %d more".formatted(running.size() - MOST_RUNNING));
    }
    return lines;
  }

  private static String bar(SweepStatus status, int width, Instant now) {
    Counts trials = status.trials();
    String elapsed = Span.clock(Duration.between(status.started(), now));
    String whole = "%s, %s%s".formatted(counts(trials), elapsed, left(status, now));
    String text = whole.length() <= width ? whole : counts(trials) + left(status, now);
    int length = Math.min(LONGEST_BAR, width - text.length() - "[] ".length());
    if (length < SHORTEST_BAR) {
      return text;
    }
    int full = (int) ((long) length * trials.ended() / Math.max(1, trials.planned()));
    return "[%s%s] %s".formatted("#".repeat(full), "-".repeat(length - full), text);
  }

  /** The numbers of trials that have ended. */
  static String counts(Counts trials) {
    String failed = trials.failed() == 0 ? "" : ", %d failed".formatted(trials.failed());
    return "%d of %d done%s".formatted(trials.done(), trials.planned(), failed);
  }

  private static String left(SweepStatus status, Instant now) {
    return status.timeLeft(now).map(left -> ", %s left".formatted(Span.words(left))).orElse("");
  }

  /** The same in one sentence, for a log. */
  static String sentence(SweepStatus status, Instant now) {
    Counts trials = status.trials();
    String stages =
        trials.stages() == 0 ? "" : " and %s".formatted(Plural.of(trials.stages(), "stage"));
    return "%s; running %s%s%s"
        .formatted(counts(trials), Plural.of(trials.running(), "trial"), stages, left(status, now));
  }

  private static String line(RunningWork work, int width) {
    String what = StringUtils.substringAfter(work.description(), ": ");
    String stands = work.standing().map(StatusLines::standing).orElse("begins");
    return StringUtils.abbreviate(
        Printable.line("  %s %s  %s".formatted(id(work), stands, what)), width);
  }

  private static String id(RunningWork work) {
    return StringUtils.left(StringUtils.substringAfter(work.work(), "-"), ID);
  }

  private static String standing(Standing standing) {
    String cycle = standing.cycles() == 0 ? "" : " cycle %d".formatted(standing.cycles());
    return String.format(
        Locale.ROOT,
        "epoch %3d accuracy %.3f sparsity %.3f%s  %s",
        standing.epoch(),
        standing.validationAccuracy(),
        standing.sparsity(),
        cycle,
        standing.phase());
  }
}
