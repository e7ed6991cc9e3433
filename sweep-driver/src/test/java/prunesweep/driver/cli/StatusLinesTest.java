package prunesweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import prunesweep.driver.progress.Counts;
import prunesweep.driver.progress.RunningWork;
import prunesweep.driver.progress.SweepStatus;
import prunesweep.trainer.checkpoint.Standing;

class StatusLinesTest {

  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  private static RunningWork running(Optional<Standing> standing) {
    return new RunningWork(
        "trial-0123456789abcdef",
        "trial 0123456789abcdef: fashion-mnist 300-100 local neurons-weights target=0.5, seed 0",
        "host",
        NOON,
        standing);
  }

  private static RunningWork at(int epoch, int cycles) {
    return running(
        Optional.of(new Standing("retraining", epoch, epoch, cycles, 0.9, 0.8765, 0.5432)));
  }

  private static SweepStatus status(Counts trials, Optional<Duration> left, RunningWork... works) {
    return new SweepStatus(
        "paper", "id", NOON, NOON.plusSeconds(60), false, trials, left, List.of(works));
  }

  @Test
  void showsNumbersTimesAndWhereEveryTrialStands() {
    SweepStatus status =
        status(
            new Counts(240, 60, 2, 2, 0),
            Optional.of(Duration.ofMinutes(192)),
            at(12, 3),
            running(Optional.empty()));
    assertThat(StatusLines.of(status, 100, NOON.plusSeconds(83)))
        .containsExactly(
            "[#######-----------------------] 60 of 240 done, 2 failed, 0:01:23, 3 h 11 min left",
            "  01234567 epoch  12 accuracy 0.877 sparsity 0.543 cycle 3  retraining  fashion-mnist"
                + " 300-100 loc...",
            "  01234567 begins  fashion-mnist 300-100 local neurons-weights target=0.5, seed 0");
  }

  @Test
  void keepsItsNumbersInSixtyColumns() {
    SweepStatus status =
        status(
            new Counts(200_000, 150_000, 12_345, 1, 0),
            Optional.of(Duration.ofHours(99 * 24 + 23)),
            at(123, 10));
    List<String> lines = StatusLines.of(status, 60, NOON.plus(Duration.ofHours(123)));
    assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
    assertThat(lines.get(0)).contains("150000 of 200000 done, 12345 failed, ").endsWith(" left");
    assertThat(lines.get(1)).startsWith("  01234567 epoch 123 accuracy 0.877 sparsity 0.543 cycle");
    assertThat(StatusLines.of(status(new Counts(10, 4, 0, 0, 0), Optional.empty()), 60, NOON))
        .containsExactly("[############------------------] 4 of 10 done, 0:00:00");
  }

  @Test
  void ticksBetweenTwoNews() {
    SweepStatus status = status(new Counts(10, 4, 0, 0, 0), Optional.of(Duration.ofSeconds(90)));
    assertThat(StatusLines.of(status, 60, NOON.plusSeconds(61)).get(0))
        .endsWith("0:01:01, 1 min 29 s left");
    assertThat(StatusLines.of(status, 60, NOON.plusSeconds(600)).get(0))
        .endsWith("0:10:00, 0 s left");
  }

  @Test
  void namesAsManyTrialsAsAScreenHolds() {
    RunningWork[] many = Collections.nCopies(1000, at(1, 0)).toArray(RunningWork[]::new);
    List<String> lines =
        StatusLines.of(status(new Counts(2000, 0, 0, 1000, 0), Optional.empty(), many), 80, NOON);
    assertThat(lines).hasSize(22).last().isEqualTo("  and 980 more");
  }

  @Test
  void isOneSentenceInALog() {
    SweepStatus status =
        status(new Counts(240, 60, 2, 1, 2), Optional.of(Duration.ofSeconds(3661)));
    assertThat(StatusLines.sentence(status, NOON.plusSeconds(60)))
        .isEqualTo("60 of 240 done, 2 failed; running 1 trial and 2 stages, 1 h 1 min left");
  }
}
