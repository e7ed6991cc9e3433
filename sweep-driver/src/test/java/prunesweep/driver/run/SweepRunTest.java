package prunesweep.driver.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.driver.plan.PlannedTrial;
import prunesweep.driver.spark.FailurePolicy;
import prunesweep.driver.tables.GrownTables;
import prunesweep.driver.tables.ResultRows;
import prunesweep.driver.tables.Tables;
import prunesweep.driver.tables.TrialStatus;
import prunesweep.trainer.machine.LocalMachine;
import prunesweep.trainer.machine.OpenBlas;
import prunesweep.trainer.result.Machine;

/** Whole sweeps in this process: what runs, what does not run again, and what the tables say. */
class SweepRunTest {

  /** Of the two learning rates the second is far too high; it comes first in each pair. */
  private static final String HALF_DIVERGES =
      SmallSweep.TEN_TRIALS
          + """
          sweep.seeds = [0]
          grid = [{ method = dense, training.learning-rate = [1e30, 0.05], network.hidden = [[24], [12]] }]
          """;

  @TempDir static Path shared;
  @TempDir Path directory;
  private Path out = Path.of("");

  /** One undisturbed run on two slots that the tests compare with or go on from. */
  @BeforeAll
  static void runTenTrials() {
    Path config = SmallSweep.write(shared, SmallSweep.TEN_TRIALS);
    RecordedEvents events = new RecordedEvents();
    RunReport report =
        SweepRun.execute(SmallSweep.options(config, shared.resolve("out"), "local[2]"), events);
    assertThat(report.count(TrialStatus.DONE)).isEqualTo(10);
    assertThat(report.isComplete()).isTrue();
    assertThat(events.planned()).isEqualTo(10);
    assertThat(events.finishedBefore()).isZero();
    assertThat(events.mostRunning()).isEqualTo(2);
    assertThat(events.finished()).hasSize(10).doesNotHaveDuplicates();
  }

  @BeforeEach
  void ownFolder() {
    out = directory.resolve("out");
  }

  @Test
  void givesTheSameRowsOnOneSlotAndOnTwo() throws IOException {
    run(SmallSweep.TEN_TRIALS, "local[1]");
    assertSameRowsAsShared();
  }

  @Test
  void givesTheSameRowsTwice() throws IOException {
    run(SmallSweep.TEN_TRIALS, "local[2]");
    assertSameRowsAsShared();
  }

  private void assertSameRowsAsShared() throws IOException {
    var rows = ResultRows.repeatable(out);
    assertThat(rows.get("trials")).hasSize(10);
    assertThat(rows.get("epochs")).hasSize(30);
    assertThat(rows.get("cycles")).hasSizeGreaterThan(10);
    assertThat(rows.get("layers")).hasSizeGreaterThanOrEqualTo(20);
    assertThat(rows).isEqualTo(ResultRows.repeatable(shared.resolve("out")));
  }

  @Test
  void runsNothingAgain() throws IOException {
    copyShared();
    Map<String, byte[]> before = files();
    RecordedEvents events = run(SmallSweep.TEN_TRIALS, "local[2]");
    assertThat(events.finishedBefore()).isEqualTo(10);
    assertThat(events.finished()).isEmpty();
    assertThat(files()).containsExactlyEntriesOf(before);
  }

  @Test
  void runsOnlyTheTrialsOfANewSeed() throws IOException {
    copyShared();
    RecordedEvents events = run(SmallSweep.TEN_TRIALS, "local[2]", "sweep.seeds=[0,1,2]");
    assertThat(events.planned()).isEqualTo(15);
    assertThat(events.finishedBefore()).isEqualTo(10);
    assertThat(events.finished()).hasSize(5);
    var fresh = trials().stream().filter(row -> Long.valueOf(2).equals(row.get("seed"))).toList();
    assertThat(fresh).hasSize(5);
    assertThat(trials()).hasSize(15).containsAll(sharedTrials());
  }

  /** Trials of a sweep that another one trained are its trials too. */
  @Test
  void tellsWhichTrialsASweepHas() throws IOException {
    copyShared();
    run(SmallSweep.TEN_TRIALS, "local[2]", "sweep.seeds=[0,1,2]", "sweep.name=larger");
    Map<Object, List<Map<String, @Nullable Object>>> sweeps =
        ResultRows.of(out, "sweep_trials").stream()
            .collect(Collectors.groupingBy(row -> Objects.requireNonNull(row.get("sweep_id"))));
    Map<Object, Object> names = new HashMap<>();
    ResultRows.of(out, "sweeps").forEach(row -> names.put(row.get("sweep_id"), row.get("sweep")));
    assertThat(names.keySet()).isEqualTo(sweeps.keySet());
    sweeps.forEach(
        (id, rows) -> {
          boolean isFirst = "small".equals(names.get(id));
          assertThat(rows).extracting(row -> row.get("trial_id")).doesNotHaveDuplicates();
          assertThat(rows).filteredOn("origin", "reused").hasSize(isFirst ? 0 : 10);
          assertThat(rows).filteredOn("origin", "trained").hasSize(isFirst ? 10 : 5);
        });
    Set<Object> larger = new HashSet<>();
    sweeps.forEach(
        (id, rows) -> {
          if ("larger".equals(names.get(id))) {
            rows.forEach(row -> larger.add(row.get("trial_id")));
          }
        });
    assertThat(trials()).hasSize(15).allMatch(row -> larger.contains(row.get("trial_id")));
  }

  @Test
  void tellsWhatCodeTrainedATrialAndTrainsItAgainWhenAsked() throws IOException {
    String two = SmallSweep.TEN_TRIALS + "grid = [{ method = activation }]";
    RunOptions plain = SmallSweep.options(SmallSweep.write(directory, two), out, "local[2]");
    RecordedEvents first = runAt("aaaaaaaaaaaaaaaa", plain);
    var before = ResultRows.repeatable(out);
    assertThat(first.warnings()).isEmpty();
    assertThat(trials())
        .hasSize(2)
        .allSatisfy(
            row ->
                assertThat(row)
                    .contains(entry("git_commit", "aaaaaaaaaaaaaaaa"), entry("git_dirty", false)));

    assertThat(runAt("aaaaaaaaaaaaaaaa", plain).warnings()).isEmpty();
    RecordedEvents kept = runAt("bbbbbbbbbbbbbbbb", plain);
    assertThat(kept.finished()).isEmpty();
    assertThat(kept.warnings())
        .containsExactly(
            "Other code than this (commit bbbbbbbbbb) trained finished trials that are kept: 2 of 2"
                + " (commit aaaaaaaaaa); --retrain trains them again");

    RecordedEvents again =
        runAt("bbbbbbbbbbbbbbbb-dirty", with(plain, FailurePolicy.GO_ON, RetryPolicy.RETRAIN));
    assertThat(again.warnings()).isEmpty();
    assertThat(again.finished()).hasSize(2);
    assertThat(trials())
        .hasSize(2)
        .allSatisfy(
            row ->
                assertThat(row)
                    .contains(entry("git_commit", "bbbbbbbbbbbbbbbb"), entry("git_dirty", true)));
    assertThat(ResultRows.repeatable(out)).isEqualTo(before);
    assertThat(ResultRows.of(out, "sweep_trials"))
        .hasSize(2)
        .allSatisfy(row -> assertThat(row).containsEntry("origin", "trained"));
  }

  /** Nothing on the way from a trial to its rows knows the tables by name. */
  @Test
  void fillsATableThatOnlyThisTestKnows() throws IOException {
    Tables tables = GrownTables.withColours();
    Path config = SmallSweep.write(directory, SmallSweep.TEN_TRIALS);
    RunOptions options = SmallSweep.options(config, out, "local[2]");
    SweepRun.execute(options, tables, new RecordedEvents());
    assertThat(ResultRows.of(out, tables, "colours"))
        .hasSize(10)
        .allSatisfy(row -> assertThat(row).containsEntry("value", "colours"))
        .extracting(row -> row.get("trial_id"))
        .containsExactlyInAnyOrderElementsOf(
            sharedTrials().stream().map(row -> row.get("trial_id")).toList());
    assertThat(ResultRows.of(out, tables, "trials"))
        .allSatisfy(row -> assertThat(row).containsEntry("colours", 7));
    RecordedEvents again = new RecordedEvents();
    SweepRun.execute(options, tables, again);
    assertThat(again.finished()).isEmpty();
  }

  /** A run of a program that was built from {@code commit}. */
  private static RecordedEvents runAt(String commit, RunOptions options) {
    RecordedEvents events = new RecordedEvents();
    System.setProperty("prunesweep.git.commit", commit);
    try {
      SweepRun.execute(options, events);
    } finally {
      System.clearProperty("prunesweep.git.commit");
    }
    return events;
  }

  @Test
  void takesAChangedPointForANewTrial() throws IOException {
    copyShared();
    RecordedEvents events =
        run(SmallSweep.TEN_TRIALS, "local[2]", "training.learning-rate=0.06", "sweep.seeds=[1]");
    assertThat(events.finishedBefore()).isZero();
    assertThat(events.finished()).hasSize(5);
    assertThat(trials()).hasSize(15).containsAll(sharedTrials());
  }

  @Test
  void runsEqualPointsOnce() throws IOException {
    String text = SmallSweep.TEN_TRIALS + "sweep.seeds = [0]\ngrid = ${grid} ${grid}";
    RunReport report =
        report(SmallSweep.options(SmallSweep.write(directory, text), out, "local[2]"));
    assertThat(report.plan().merged()).isEqualTo(5);
    assertThat(report.lines()).hasSize(5);
    assertThat(trials()).hasSize(5);
  }

  @Test
  void keepsAFailedTrialAsARowAndGoesOn() throws IOException {
    Path config = SmallSweep.write(directory, HALF_DIVERGES);
    RunReport report = report(SmallSweep.options(config, out, "local[2]"));
    assertThat(report.isComplete()).isFalse();
    assertThat(report.count(TrialStatus.FAILED)).isEqualTo(2);
    assertThat(report.count(TrialStatus.DONE)).isEqualTo(2);
    assertThat(failedTrials()).hasSize(2).allSatisfy(SweepRunTest::assertDiverged);
    assertThat(only("sweeps")).contains(entry("done", 2), entry("failed", 2));
  }

  private static void assertDiverged(Map<String, @Nullable Object> row) {
    assertThat(row).contains(entry("failure_kind", "diverged"), entry("learning_rate", 1e30));
    assertThat(row.get("error")).asString().hasLineCount(1).matches("[A-Z].{10,300}");
    assertThat(row.get("test_accuracy")).isNull();
  }

  @Test
  void runsFailedTrialsAgainOnlyWhenAsked() throws IOException {
    Path config = SmallSweep.write(directory, HALF_DIVERGES);
    RunOptions plain = SmallSweep.options(config, out, "local[2]");
    report(plain);
    var before = trials();
    RecordedEvents again = new RecordedEvents();
    assertThat(SweepRun.execute(plain, again).isComplete()).isFalse();
    assertThat(again.finished()).isEmpty();
    assertThat(trials()).isEqualTo(before);
    RecordedEvents retried = new RecordedEvents();
    SweepRun.execute(with(plain, FailurePolicy.GO_ON, RetryPolicy.RETRY_FAILED), retried);
    assertThat(retried.finishedBefore()).isEqualTo(2);
    assertThat(retried.finished()).hasSize(2);
    assertThat(failedTrials()).hasSize(2);
    assertThat(trials()).hasSize(4);
    assertThat(trials().stream().map(row -> row.get("trial_id"))).doesNotHaveDuplicates();
  }

  @Test
  void stopsAtTheFirstFailureWhenAskedAndCanBeResumed() throws IOException {
    RunOptions plain =
        SmallSweep.options(SmallSweep.write(directory, HALF_DIVERGES), out, "local[1]");
    RunReport stopped = report(with(plain, FailurePolicy.STOP, RetryPolicy.KEEP_FAILED));
    List<PlannedTrial> notRun =
        stopped.lines().stream()
            .filter(line -> line.finished().isEmpty())
            .map(RunReport.Line::trial)
            .toList();
    assertThat(stopped.count(TrialStatus.FAILED)).isEqualTo(1);
    assertThat(notRun).isNotEmpty();
    assertThat(stopped.isComplete()).isFalse();
    RecordedEvents resumed = new RecordedEvents();
    SweepRun.execute(plain, resumed);
    assertThat(ResultRows.of(out, "sweep_trials"))
        .hasSize(4)
        .allSatisfy(row -> assertThat(row).containsEntry("origin", "trained"));
    assertThat(resumed.finished())
        .containsExactlyInAnyOrderElementsOf(notRun.stream().map(PlannedTrial::id).toList());
    assertThat(trials()).hasSize(4);
  }

  @Test
  void writesOneRowOfTheSweep() throws IOException {
    copyShared();
    Map<String, @Nullable Object> row = only("sweeps");
    assertThat(row)
        .contains(
            entry("sweep", "small"),
            entry("trials", 10),
            entry("done", 10),
            entry("failed", 0),
            entry("master", "local[2]"),
            entry("java_version", System.getProperty("java.version")));
    assertThat(row.get("spark_version")).asString().matches("4\\.1\\.\\d+");
    assertThat(row.get("dl4j_version")).asString().matches("\\d.*");
    assertThat(row.get("openblas_version")).asString().matches("\\d+(\\.\\d+)+");
    assertThat(row)
        .contains(
            entry("blas_kernel", OpenBlas.inUse().core()), entry("openblas_core", "automatic"));
    assertThat(only("sweeps").get("vector_bits")).isIn(64, 128, 256, 512);
    assertThat(row.get("prunesweep_version")).asString().matches("\\d.*");
    assertThat(row.get("config")).asString().contains("learning-rate", "0.05", "max-epochs");
    assertThat((Instant) row.get("started")).isBeforeOrEqualTo((Instant) row.get("ended"));
  }

  @Test
  void tellsWhatEachTrialWasComputedWith() throws IOException {
    Machine machine = LocalMachine.describe();
    assertThat(sharedTrials())
        .hasSize(10)
        .allSatisfy(
            trial ->
                assertThat(trial)
                    .contains(
                        entry("blas_kernel", machine.blasKernel()),
                        entry("vector_bits", machine.vectorBits()),
                        entry("processor", machine.processor())));
  }

  private RecordedEvents run(String text, String master, String... overrides) {
    RecordedEvents events = new RecordedEvents();
    Path config = SmallSweep.write(directory, text);
    SweepRun.execute(SmallSweep.options(config, out, master, overrides), events);
    return events;
  }

  private static RunReport report(RunOptions options) {
    return SweepRun.execute(options, new RecordedEvents());
  }

  private static RunOptions with(RunOptions plain, FailurePolicy failure, RetryPolicy retry) {
    return new RunOptions(
        plain.config(),
        plain.overrides(),
        plain.jars(),
        plain.out(),
        plain.master(),
        failure,
        retry);
  }

  private void copyShared() throws IOException {
    FileUtils.copyDirectory(shared.resolve("out").toFile(), out.toFile());
  }

  private List<Map<String, @Nullable Object>> trials() throws IOException {
    return ResultRows.of(out, "trials");
  }

  private static List<Map<String, @Nullable Object>> sharedTrials() throws IOException {
    return ResultRows.of(shared.resolve("out"), "trials");
  }

  private List<Map<String, @Nullable Object>> failedTrials() throws IOException {
    return trials().stream().filter(row -> "failed".equals(row.get("status"))).toList();
  }

  private Map<String, @Nullable Object> only(String table) throws IOException {
    List<Map<String, @Nullable Object>> rows = ResultRows.of(out, table);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  /** Every file in the folder of results, with its contents. */
  /** Files by name, less the note of who wrote last. */
  private Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(out)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(out.relativize(path).toString(), Files.readAllBytes(path));
      }
    }
    files.remove(".lock");
    return files;
  }
}
