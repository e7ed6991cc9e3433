package prunesweep.driver.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.driver.progress.RunningWork;
import prunesweep.driver.progress.StatusJson;
import prunesweep.driver.progress.SweepStatus;
import prunesweep.driver.sql.QueryAnswer;
import prunesweep.driver.sql.ResultQuery;
import prunesweep.driver.tables.StatusFile;
import prunesweep.trainer.trial.TrialOutcome;

/** What another process reads of a sweep while it runs. */
class RunStatusTest {

  @TempDir Path directory;

  private static final class Reading extends RecordedEvents {
    private final Path out;
    private List<List<@Nullable String>> counted = List.of();
    private final List<SweepStatus> read = new ArrayList<>();

    Reading(Path out) {
      this.out = out;
    }

    /** A trial is committed before it is told of, so it counts by now. */
    @Override
    public void finished(List<TrialOutcome> outcomes) {
      super.finished(outcomes);
      if (counted.isEmpty()) {
        counted = ResultQuery.byDuckDb(out).run("SELECT done FROM progress", QueryAnswer::cells);
        assertThat(counted).containsExactly(List.of(Integer.toString(finished().size())));
      }
    }

    @Override
    public void progressed(SweepStatus status) {
      super.progressed(status);
      StatusFile.read(out).ifPresent(text -> read.add(StatusJson.read(text).orElseThrow()));
    }
  }

  @Test
  void saysWhereTheSweepStandsAndThatItHasEnded() {
    Path config =
        SmallSweep.write(directory, SmallSweep.TEN_TRIALS + "training.max-epochs = 120\n");
    Path out = directory.resolve("out");
    Reading events = new Reading(out);
    SweepRun.execute(SmallSweep.options(config, out, "local[2]"), events);

    assertThat(events.counted).isNotEmpty();
    assertThat(events.read).isNotEmpty().noneMatch(SweepStatus::hasEnded);
    assertThat(events.read)
        .extracting(SweepStatus::at)
        .isSubsetOf(events.statuses().stream().map(SweepStatus::at).toList());
    assertThat(events.statuses())
        .anyMatch(status -> status.timeLeft().isPresent())
        .anyMatch(status -> status.running().stream().anyMatch(isAtWork("trial-")))
        .anyMatch(status -> status.running().stream().anyMatch(isAtWork("stage-")));
    SweepStatus last = StatusJson.read(StatusFile.read(out).orElseThrow()).orElseThrow();
    assertThat(last.hasEnded()).isTrue();
    assertThat(last.trials().done()).isEqualTo(10);
    assertThat(last.trials().isComplete()).isTrue();
    assertThat(last.running()).isEmpty();
  }

  private static Predicate<RunningWork> isAtWork(String prefix) {
    return work ->
        work.work().startsWith(prefix)
            && work.standing().filter(standing -> standing.trained() > 0).isPresent();
  }

  @Test
  void saysNothingOfARunThatHadNothingToDo() {
    Path config = SmallSweep.write(directory, SmallSweep.TEN_TRIALS);
    Path out = directory.resolve("out");
    SweepRun.execute(SmallSweep.options(config, out, "local[2]"), new RecordedEvents());
    String before = StatusFile.read(out).orElseThrow();
    RecordedEvents again = new RecordedEvents();
    SweepRun.execute(SmallSweep.options(config, out, "local[2]"), again);
    assertThat(again.statuses()).isEmpty();
    assertThat(StatusFile.read(out)).contains(before);
  }
}
