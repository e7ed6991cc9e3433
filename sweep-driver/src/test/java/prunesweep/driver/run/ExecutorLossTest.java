package prunesweep.driver.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.driver.tables.ResultRows;
import prunesweep.trainer.trial.TrialOutcome;

/** Two executor processes, one of which is killed midway. */
@Tag("cluster")
class ExecutorLossTest {

  /** Long enough that every executor is at work on a trial when the first one is finished. */
  private static final String SLOWER = "training.max-epochs = 20\n";

  @TempDir Path directory;

  /** Kills an executor when the first trial has finished. */
  private static final class Killing extends RecordedEvents {
    private Optional<ProcessHandle> killed = Optional.empty();

    @Override
    public void finished(List<TrialOutcome> outcomes) {
      super.finished(outcomes);
      if (killed.isEmpty()) {
        killed = executors().stream().findFirst();
        killed.ifPresent(ProcessHandle::destroyForcibly);
      }
    }
  }

  /** The Java processes below this one; the command line itself is too long to be told. */
  private static List<ProcessHandle> executors() {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> process.info().command().orElse("").endsWith("java"))
        .toList();
  }

  @Test
  void changesNoRow() throws IOException {
    Path config = SmallSweep.write(directory, SmallSweep.TEN_TRIALS + SLOWER);
    Path out = directory.resolve("cluster");
    Killing events = new Killing();
    RunOptions options =
        SmallSweep.options(
            config,
            out,
            "local-cluster[2,1,1024]",
            "spark.executor.memory=900m",
            "spark.ui.port=0");
    assertThat(SweepRun.execute(options, events).isComplete()).isTrue();
    assertThat(events.killed).as("the killed executor").isPresent();
    assertThat(events.killed.orElseThrow().isAlive()).isFalse();
    assertThat(events.finished()).hasSize(10).doesNotHaveDuplicates();
    assertThat(events.mostRunning()).isEqualTo(2);
    assertThat(events.firstStanding()).as("what an executor told").isPresent();
    assertThat(events.webInterfaces()).singleElement().asString().startsWith("http://127.0.0.1:");

    Path local = directory.resolve("local");
    RecordedEvents locals = new RecordedEvents();
    SweepRun.execute(SmallSweep.options(config, local, "local[2]"), locals);
    assertThat(locals.webInterfaces()).isEmpty();
    assertThat(ResultRows.repeatable(out)).isEqualTo(ResultRows.repeatable(local));
  }
}
