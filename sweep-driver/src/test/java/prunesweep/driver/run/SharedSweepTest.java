package prunesweep.driver.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.driver.progress.SweepStatus;
import prunesweep.driver.tables.ResultRows;

/** Whole sweeps that share stages beside the same sweeps without: equal rows, whatever happens. */
class SharedSweepTest {

  /**
   * Two first thresholds that are reached and one that is not, every way to count, another
   * optimizer and another engine: three trunks a seed.
   */
  private static final String MANY_WAYS =
      """
      sweep { name = shared, seeds = [0, 1] }
      dataset.name = fashion-mnist-sample
      network.hidden = [16, 8]
      training { max-epochs = 3, learning-rate = 0.05 }
      activation { cycles = 2, target = 0.5, first-threshold = 0.3 }
      grid = [
        { method = dense }
        { method = activation, counter-mode = [accumulate, reset] }
        { method = activation, first-threshold = [0.6, 0.95], counter-source = held-out
          counter = inactive, counter-batch = 16, score = neurons-weights }
        { method = activation, scope = local, score = [neurons, neurons-weights] }
        { method = [dense, activation], training { optimizer = adam, learning-rate = 0.002 } }
        { method = [dense, activation], training { engine = dl4j, max-epochs = 1 } }
      ]
      """;

  /** Dense and two ways to prune, from one stage. */
  private static final String THREE =
      """
      sweep { name = three, seeds = [0] }
      dataset.name = fashion-mnist-sample
      network.hidden = [16, 8]
      training { max-epochs = 4, learning-rate = 0.05 }
      activation { cycles = 2, target = 0.5, first-threshold = 0.5 }
      grid = [
        { method = dense }
        { method = activation, scope = [global, local] }
      ]
      """;

  private static final String UNSHARED = "sweep.share-stages=false";

  @TempDir static Path once;
  private static Path threeAlone = Path.of("");
  @TempDir Path directory;

  @BeforeAll
  static void runThreeAlone() {
    threeAlone = once.resolve("out");
    Path config = SmallSweep.write(once, THREE);
    SweepRun.execute(
        SmallSweep.options(config, threeAlone, "local[2]", UNSHARED), new RecordedEvents());
  }

  @Test
  void changesNoRow() throws IOException {
    Path alone = run(MANY_WAYS, "alone", "local[2]", new RecordedEvents(), UNSHARED);
    assertThat(epochsShared(alone)).hasSize(22).containsOnly(0);
    RecordedEvents events = new RecordedEvents();
    Path shared = run(MANY_WAYS, "shared", "local[2]", events);

    assertThat(ResultRows.repeatable(shared)).isEqualTo(ResultRows.repeatable(alone));
    assertThat(ResultRows.of(shared, "cycles")).hasSizeGreaterThan(15);
    assertThat(epochsShared(shared)).contains(1, 2, 3).allMatch(epochs -> epochs >= 1);
    assertThat(events.mostRunning()).isEqualTo(2);
    assertThat(events.mostStages()).isPositive();
    assertThat(events.finished()).hasSize(22).doesNotHaveDuplicates();
    assertThat(events.warnings()).isEmpty();
    assertThat(kept(shared)).isEmpty();
  }

  @Test
  void aFailedStageCostsNoRow() throws IOException {
    String text = THREE + "training.learning-rate = 1e30\nsweep.seeds = [0, 1]";
    Path alone = run(text, "alone", "local[2]", new RecordedEvents(), UNSHARED);
    RecordedEvents events = new RecordedEvents();
    Path shared = run(text, "shared", "local[2]", events);

    assertThat(ResultRows.repeatable(shared)).isEqualTo(ResultRows.repeatable(alone));
    assertThat(ResultRows.of(shared, "trials"))
        .hasSize(6)
        .allSatisfy(row -> assertThat(row).containsEntry("failure_kind", "diverged"))
        .allSatisfy(row -> assertThat(row.get("epochs_shared")).isNull());
    assertThat(events.warnings())
        .hasSize(2)
        .allSatisfy(
            sentence ->
                assertThat(sentence)
                    .matches(
                        "Stage [0-9a-f]{16} failed, so its trials \\(3\\) share nothing:"
                            + " Training diverged in epoch .+"));
  }

  /** Stops when the first stage is kept: nothing has gone on from it. */
  private static final class Stopping extends RecordedEvents {

    private final Path out;

    Stopping(Path out) {
      this.out = out;
    }

    @Override
    public void progressed(SweepStatus status) {
      super.progressed(status);
      if (kept(out).length > 0) {
        throw new IllegalStateException("stopped");
      }
    }
  }

  @Test
  void aStageThatIsKeptIsNotTrainedAgain() throws IOException {
    Path out = stoppedAfterItsStage();
    RecordedEvents events = new RecordedEvents();
    run(THREE, "stopped", "local[2]", events);

    assertThat(events.mostStages()).isZero();
    assertThat(events.warnings()).isEmpty();
    assertThat(events.finished()).hasSize(3);
    assertThat(ResultRows.repeatable(out)).isEqualTo(ResultRows.repeatable(threeAlone));
    assertThat(epochsShared(out)).hasSize(3).allMatch(epochs -> epochs >= 1);
    assertThat(kept(out)).isEmpty();
  }

  /** Rounds that are equal are trained once, after the dense training that all have. */
  private static final String ROUNDS =
      """
      sweep { name = rounds, seeds = [0, 1] }
      dataset.name = fashion-mnist-sample
      network.hidden = [16, 8]
      training { max-epochs = 2, learning-rate = 0.05 }
      rounds.schedule = share-of-left
      pruning.share = 0.5
      grid = [
        { method = dense }
        { method = one-shot, target = 0.5, retraining = [none, masked] }
        { method = rounds, rounds = 2, target = 0.75, round-start = [trained, initial] }
        { method = rounds, rounds = 4, target = 0.9375, round-start = [trained, epoch] }
        { method = rounds, rounds = 3, target = 0.8, round-start = [trained, epoch] }
      ]
      """;

  /** Stopped when the first stage is kept, so that the rest is gone on with from there. */
  @Test
  void equalRoundsAreTrainedOnce() throws IOException {
    Path alone = run(ROUNDS, "alone", "local[2]", new RecordedEvents(), UNSHARED);
    Path out = directory.resolve("shared");
    assertThatThrownBy(() -> run(ROUNDS, "shared", "local[1]", new Stopping(out)))
        .hasMessage("stopped");
    assertThat(kept(out)).isNotEmpty();
    RecordedEvents events = new RecordedEvents();
    run(ROUNDS, "shared", "local[2]", events);

    assertThat(ResultRows.repeatable(out)).isEqualTo(ResultRows.repeatable(alone));
    assertThat(epochsShared(out)).hasSize(18);
    assertThat(epochsShared(out)).filteredOn(epochs -> epochs == 6).hasSize(10);
    assertThat(epochsShared(out)).filteredOn(epochs -> epochs == 2).hasSize(8);
    assertThat(events.warnings()).isEmpty();
    assertThat(kept(out)).isEmpty();
  }

  @Test
  void aDamagedStageIsSaidSoAndTrainedAgain() throws IOException {
    Path out = stoppedAfterItsStage();
    Path file = kept(out)[0].toPath();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    RecordedEvents events = new RecordedEvents();
    run(THREE, "stopped", "local[2]", events);

    assertThat(events.warnings()).hasSize(1);
    assertThat(events.warnings().get(0))
        .startsWith("Cannot read " + file + ": the checksum must be ")
        .endsWith("; this stage is trained again");
    assertThat(events.mostStages()).isEqualTo(1);
    assertThat(ResultRows.repeatable(out)).isEqualTo(ResultRows.repeatable(threeAlone));
  }

  /** A sweep that needs it no more deletes it, even one that has nothing else to do. */
  @Test
  void aStageThatNobodyNeedsIsDeleted() throws IOException {
    Path out = stoppedAfterItsStage();
    byte[] stage = Files.readAllBytes(kept(out)[0].toPath());
    Path file = kept(out)[0].toPath();
    RecordedEvents events = new RecordedEvents();
    run(THREE, "stopped", "local[2]", events, UNSHARED);
    assertThat(epochsShared(out)).hasSize(3).containsOnly(0);
    assertThat(kept(out)).isEmpty();

    Files.createDirectories(file.getParent());
    Files.write(file, stage);
    run(THREE, "stopped", "local[2]", new RecordedEvents());
    assertThat(kept(out)).isEmpty();
  }

  private Path stoppedAfterItsStage() {
    Path out = directory.resolve("stopped");
    assertThatThrownBy(() -> run(THREE, "stopped", "local[1]", new Stopping(out)))
        .hasMessage("stopped");
    assertThat(kept(out)).hasSize(1);
    return out;
  }

  private Path run(
      String text, String out, String master, RecordedEvents events, String... overrides) {
    Path config = SmallSweep.write(directory, text);
    Path folder = directory.resolve(out);
    SweepRun.execute(SmallSweep.options(config, folder, master, overrides), events);
    return folder;
  }

  private static File[] kept(Path out) {
    File[] files = out.resolve("stages").toFile().listFiles();
    return files == null ? new File[0] : files;
  }

  /** Of each trial, in the order of the ids. */
  private static List<Integer> epochsShared(Path out) throws IOException {
    return ResultRows.of(out, "trials").stream().map(SharedSweepTest::epochsShared).toList();
  }

  private static Integer epochsShared(Map<String, @Nullable Object> row) {
    return (Integer) Objects.requireNonNull(row.get("epochs_shared"));
  }
}
