package prunesweep.driver.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.driver.config.ConfigLoader;
import prunesweep.driver.config.SweepConfig;
import prunesweep.driver.plan.PlannedTrial;
import prunesweep.driver.plan.SweepPlanner;
import prunesweep.driver.tables.ResultRows;
import prunesweep.driver.tables.ResultTables;
import prunesweep.trainer.checkpoint.InterruptedTrial;

/** The driver is killed at random moments and started again, until the sweep is done. */
class KillTest {

  private static final int KILLS = 4;
  private static final int MOST_MILLIS = 2_500;
  private static final int START_SECONDS = 90;
  private static final List<String> PARTS = List.of("epochs", "cycles", "layers");

  /** Long enough that a kill falls among the trials. */
  private static final String SLOWER = "training.max-epochs = 25\n";

  private static final String ONE_LONG_TRIAL =
      """
      sweep { name = long, checkpoint-every = 1 s }
      dataset.name = fashion-mnist-sample
      network.hidden = [24, 12]
      training { max-epochs = 400, early-stopping = off, target-accuracy = 1, learning-rate = 0.001 }
      activation { first-threshold = 0.3, cycles = 4, target = 0.5 }
      grid = [{ method = activation, retraining = free }]
      """;

  private static final String FIELDS_METHODS =
      """
      sweep { name = field, checkpoint-every = 1 s }
      dataset.name = fashion-mnist-sample
      network.hidden = [24, 12]
      training { max-epochs = 12, early-stopping = off, target-accuracy = 1, learning-rate = 0.05 }
      rounds.schedule = share-of-left
      pruning.share = 0.5
      grid = [
        { method = rounds, rounds = 2, target = 0.75, round-start = [initial, trained] }
        { method = rounds, rounds = 4, target = 0.9375, round-start = [initial, trained] }
        { method = before-training, score = [snip, synflow], target = 0.8 }
        { method = dynamic, grow = [random, gradient], target = 0.8, every = 20 }
      ]
      """;

  @TempDir Path directory;
  private final List<Map<String, @Nullable Object>> finished = new ArrayList<>();

  @Test
  void completesToTheTablesOfAnUndisturbedRun() throws IOException, InterruptedException {
    long seed = System.nanoTime();
    System.out.println("KillTest seed " + seed);
    Random random = new Random(seed);
    Path config = SmallSweep.write(directory, SmallSweep.TEN_TRIALS + SLOWER);
    Path killed = directory.resolve("killed");
    int kills = 0;
    assertThat(killedAfterAStage(config, killed)).as("the kill right after a stage").isTrue();
    requireWholeTrials(killed);
    for (int attempt = 0; attempt < KILLS; attempt++) {
      if (killedAtRandom(config, killed, random.nextInt(MOST_MILLIS))) {
        kills++;
      }
      requireWholeTrials(killed);
    }
    assertThat(kills).as("runs that did not end before their kill").isGreaterThanOrEqualTo(2);
    assertThat(finish(config, killed)).as("exit code of the last run").isZero();
    requireWholeTrials(killed);
    assertThat(killed.resolve("stages")).doesNotExist();

    Path undisturbed = directory.resolve("undisturbed");
    SweepRun.execute(SmallSweep.options(config, undisturbed, "local[2]"), new RecordedEvents());
    assertThat(ResultRows.repeatable(killed)).isEqualTo(ResultRows.repeatable(undisturbed));
    assertThat(ResultRows.of(killed, "sweeps"))
        .hasSize(1)
        .allSatisfy(row -> assertThat(row).containsEntry("done", 10))
        .allSatisfy(row -> assertThat(row.get("ended")).isNotNull());
  }

  /** One trial of many epochs: what was trained before the last state is not trained again. */
  @Test
  void goesOnInTheMiddleOfATrial() throws IOException, InterruptedException {
    Path config = SmallSweep.write(directory, ONE_LONG_TRIAL);
    Path out = directory.resolve("one");
    Path running = out.resolve("running");
    assertThat(killed(config, out, () -> !files(running).isEmpty(), 0)).isTrue();
    assertThat(files(running)).hasSize(1);
    assertThat(ResultRows.of(out, "trials")).isEmpty();
    int kept = epochsKept(config, out);

    RecordedEvents events = new RecordedEvents();
    RunReport report = SweepRun.execute(SmallSweep.options(config, out, "local[1]"), events);
    assertThat(report.isComplete()).isTrue();
    assertThat(events.firstStanding().orElseThrow().epoch()).isGreaterThan(kept);
    assertThat(events.warnings()).isEmpty();
    assertThat(running).doesNotExist();

    Path undisturbed = directory.resolve("undisturbed");
    SweepRun.execute(SmallSweep.options(config, undisturbed, "local[1]"), new RecordedEvents());
    assertThat(ResultRows.repeatable(out)).isEqualTo(ResultRows.repeatable(undisturbed));
  }

  /** Killed with a stage kept and once more, beside each trial trained alone. */
  @Test
  void theFieldsMethodsHaveTheRowsThatTheyHaveAlone() throws IOException, InterruptedException {
    Path config = SmallSweep.write(directory, FIELDS_METHODS);
    Path out = directory.resolve("field");
    assertThat(killedAfterAStage(config, out)).as("the kill right after a stage").isTrue();
    killedAtRandom(config, out, 200);
    assertThat(finish(config, out)).isZero();
    assertThat(out.resolve("stages")).doesNotExist();

    Path alone = directory.resolve("alone");
    SweepRun.execute(
        SmallSweep.options(config, alone, "local[2]", "sweep.share-stages=false"),
        new RecordedEvents());
    assertThat(ResultRows.of(out, "trials")).hasSize(8);
    assertThat(ResultRows.repeatable(out)).isEqualTo(ResultRows.repeatable(alone));
  }

  private static int epochsKept(Path config, Path out) {
    SweepConfig sweep = ConfigLoader.load(config, List.of());
    PlannedTrial trial = SweepPlanner.plan(sweep, new Images()::content).trials().get(0);
    try (ResultTables tables = ResultTables.open(out)) {
      byte[] state = tables.states().find(trial.work().value()).orElseThrow();
      return InterruptedTrial.of(trial.spec(), state).progress().epochs().size();
    }
  }

  @Test
  void tellsWhoStopsItHowToGoOn() throws IOException, InterruptedException {
    Path config = SmallSweep.write(directory, SmallSweep.TEN_TRIALS + SLOWER);
    Path out = directory.resolve("stopped");
    Path trials = out.resolve("tables").resolve("trials");
    Process run = start(config, out);
    try {
      await(run, () -> !files(trials).isEmpty());
      run.destroy();
      assertThat(run.waitFor(START_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      run.destroyForcibly().waitFor();
    }
    assertThat(Files.readString(directory.resolve("log")))
        .containsOnlyOnce(
            "You stopped the run: finished trials are kept, run the same command again to go on")
        .doesNotContain("lost", "Exception", "defect");
    assertThat(finish(config, out)).isZero();
    assertThat(ResultRows.of(out, "trials")).hasSize(10);
  }

  /** Whether the run was killed as soon as it had kept a stage, and so with the stage kept. */
  private boolean killedAfterAStage(Path config, Path out)
      throws IOException, InterruptedException {
    Path stages = out.resolve("stages");
    return killed(config, out, () -> !files(stages).isEmpty(), 0) && !files(stages).isEmpty();
  }

  /** Whether the run was killed {@code millis} after it first wrote; false when it ended before. */
  private boolean killedAtRandom(Path config, Path out, int millis)
      throws IOException, InterruptedException {
    Path trials = out.resolve("tables").resolve("trials");
    Set<Path> before = files(trials);
    return killed(config, out, () -> !files(trials).equals(before), millis);
  }

  /** Whether the run was killed {@code millis} after {@code moment}; false when it ended before. */
  private boolean killed(Path config, Path out, BooleanSupplier moment, int millis)
      throws IOException, InterruptedException {
    Process run = start(config, out);
    try {
      await(run, moment);
      return !run.waitFor(millis, TimeUnit.MILLISECONDS);
    } finally {
      run.destroyForcibly().waitFor();
    }
  }

  private static void await(Process run, BooleanSupplier moment) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (run.isAlive() && !moment.getAsBoolean() && System.nanoTime() < deadline) {
      Thread.sleep(5);
    }
  }

  private int finish(Path config, Path out) throws IOException, InterruptedException {
    Process run = start(config, out);
    try {
      assertThat(run.waitFor(START_SECONDS, TimeUnit.SECONDS)).as("the last run ends").isTrue();
      return run.exitValue();
    } finally {
      run.destroyForcibly().waitFor();
    }
  }

  private Process start(Path config, Path out) throws IOException {
    Path home = Path.of(System.getProperty("prunesweep.home"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + home.resolve("deploy/jvm.options"));
    command.addAll(List.of("-Xmx1g", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("prunesweep.driver.cli.Sweep", "run", config.toString()));
    command.addAll(List.of("--out", out.toString(), "--master", "local[2]"));
    File log = directory.resolve("log").toFile();
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
        .start();
  }

  /** Nothing is half there, and what was finished before is as it was, to the second. */
  private void requireWholeTrials(Path out) throws IOException {
    List<Map<String, @Nullable Object>> trials = ResultRows.of(out, "trials");
    Set<String> ids = ids(trials);
    assertThat(ids).hasSameSizeAs(trials);
    for (String part : PARTS) {
      assertThat(ids).as(part).containsAll(ids(ResultRows.of(out, part)));
    }
    assertThat(ids(ResultRows.of(out, "epochs"))).isEqualTo(ids);
    assertThat(trials).containsAll(finished);
    finished.clear();
    finished.addAll(trials);
  }

  private static Set<String> ids(List<Map<String, @Nullable Object>> rows) {
    return rows.stream()
        .map(row -> String.valueOf(row.get("trial_id")))
        .collect(Collectors.toSet());
  }

  private static Set<Path> files(Path folder) {
    File[] files = folder.toFile().listFiles();
    return files == null
        ? Set.of()
        : Arrays.stream(files).map(File::toPath).collect(Collectors.toSet());
  }
}
