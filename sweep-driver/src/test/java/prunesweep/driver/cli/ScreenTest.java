package prunesweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import prunesweep.driver.progress.Counts;
import prunesweep.driver.progress.RunningWork;
import prunesweep.driver.progress.SweepStatus;

/** What a run writes on a terminal, into a log, and when it is to be quiet. */
class ScreenTest {

  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  private final StringWriter text = new StringWriter();
  private final PrintWriter err = new PrintWriter(text);

  private static SweepStatus status(int done, int secondsAfterNoon) {
    return new SweepStatus(
        "sweep",
        "id",
        NOON,
        NOON.plusSeconds(secondsAfterNoon),
        false,
        new Counts(40, done, 0, 1, 0),
        Optional.of(Duration.ofSeconds(50)),
        List.of(new RunningWork("trial-01", "trial 01: x", "host", NOON, Optional.empty())));
  }

  @Test
  void aTerminalChangesItsLastLinesAndSaysTheRestAboveThem() {
    TerminalScreen screen = TerminalScreen.still(err, 61, Clock.fixed(NOON, ZoneOffset.UTC));
    screen.note("first");
    screen.show(status(3, 0));
    screen.show(status(4, 0));
    screen.tick();
    screen.problem("a trial failed");
    screen.close();
    screen.problem("the end");
    String below = "\u001b[2F\u001b[J";
    assertThat(text.toString().replace(System.lineSeparator(), "\n"))
        .isEqualTo(
            """
            first
            [#------------------------] 3 of 40 done, 0:00:00, 50 s left
              01 begins  x
            %1$s[##-----------------------] 4 of 40 done, 0:00:00, 50 s left
              01 begins  x
            %1$sa trial failed
            [##-----------------------] 4 of 40 done, 0:00:00, 50 s left
              01 begins  x
            %1$s[##-----------------------] 4 of 40 done, 0:00:00, 50 s left
              01 begins  x
            the end
            """
                .formatted(below));
  }

  @Test
  void aLogHasALineEachTenthAndEachHalfMinute() {
    LogScreen screen = new LogScreen(err);
    IntStream.rangeClosed(0, 8).forEach(done -> screen.show(status(done, done)));
    screen.show(status(8, 37));
    screen.show(status(8, 38));
    assertThat(text.toString().lines())
        .containsExactly(
            "0 of 40 done; running 1 trial, 50 s left",
            "4 of 40 done; running 1 trial, 50 s left",
            "8 of 40 done; running 1 trial, 50 s left",
            "8 of 40 done; running 1 trial, 50 s left");
  }

  @Test
  void whoIsToBeQuietSaysProblemsAlone() {
    QuietScreen screen = new QuietScreen(err);
    screen.note("good to know");
    screen.show(status(1, 1));
    screen.problem("a trial failed");
    assertThat(text.toString().lines()).containsExactly("a trial failed");
  }
}
