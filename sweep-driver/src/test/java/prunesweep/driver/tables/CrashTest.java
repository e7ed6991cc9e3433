package prunesweep.driver.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import prunesweep.driver.tables.FaultyDisk.Fault;
import prunesweep.trainer.spec.TrialId;

/** Fails every single step of every change, and looks at what is left. */
class CrashTest {

  private static final Compaction TWO = new Compaction(2);
  private static final int FEWEST_STEPS = 30;

  /** A folder and a change to it. */
  record Scenario(String name, Consumer<ResultTables> before, Consumer<ResultTables> change) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Scenario> scenarios() {
    return Stream.of(
        new Scenario("the first commit", tables -> {}, tables -> tables.commit(Samples.done(0, 2))),
        new Scenario("a commit and a merge", tables -> commits(tables, 1), t -> commit(t, 50)),
        new Scenario("a merge of all", tables -> commits(tables, 3), ResultTables::compact),
        new Scenario(
            "forgetting",
            tables -> commits(tables, 3),
            tables -> tables.forget(Set.of(Samples.id(1), Samples.id(2), Samples.id(99)))),
        new Scenario(
            "the end of a sweep",
            tables -> {
              tables.recordSweep(Samples.sweep("a", Samples.START, null));
              commits(tables, 2);
            },
            tables ->
                tables.recordSweep(
                    Samples.sweep("a", Samples.START.plusSeconds(9), Samples.START))));
  }

  private static void commits(ResultTables tables, int count) {
    for (int number = 0; number < count; number++) {
      tables.commit(List.of(number == 1 ? Samples.failed(1) : Samples.done(number)));
    }
  }

  private static void commit(ResultTables tables, int number) {
    tables.commit(List.of(Samples.done(number), Samples.failed(number + 1)));
  }

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("scenarios")
  void killedAtAnyStepShowsAllOfAChangeOrNothing(Scenario scenario) throws IOException {
    Expected expected = prepare(scenario);
    int step = 1;
    while (killed(scenario, expected, step)) {
      step++;
    }
    assertThat(step).as("steps of " + scenario).isGreaterThan(FEWEST_STEPS);
  }

  private boolean killed(Scenario scenario, Expected expected, int step) throws IOException {
    Path out = copy();
    if (!kills(step, out, scenario.change())) {
      return false;
    }
    Snapshot left = Snapshot.live(out);
    boolean happened = expected.hasHappened(left, step);
    checkPlain(Snapshot.plain(out), left);
    kills(1 + step % 5, out, ResultTables::compact);
    Snapshot live = Snapshot.live(out);
    assertThat(expected.hasHappened(live, step)).isEqualTo(happened);
    try (ResultTables tables = ResultTables.open(out)) {
      checkClean(tables, out, live);
      finish(scenario, expected, tables, out, happened);
    }
    return true;
  }

  /** Does {@code change} on a disk that dies at {@code step}, and says whether that was reached. */
  private static boolean kills(int step, Path out, Consumer<ResultTables> change) {
    FaultyDisk disk = new FaultyDisk(Fault.KILL, step);
    disk.arm();
    Throwable thrown = catchThrowable(() -> openAnd(change, out, disk));
    if (disk.hasFailed()) {
      assertThat(thrown).as("step " + step).isInstanceOf(FaultyDisk.Killed.class);
    } else {
      assertThat(thrown).isNull();
    }
    return disk.hasFailed();
  }

  private static void openAnd(Consumer<ResultTables> change, Path out, Disk disk) {
    try (ResultTables tables = ResultTables.open(out, disk, TWO)) {
      change.accept(tables);
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void anErrorAtAnyStepLeavesNothingHalfWrittenAndTheWriterUsable(Scenario scenario)
      throws IOException {
    Expected expected = prepare(scenario);
    int step = 1;
    while (failed(scenario, expected, step)) {
      step++;
    }
    assertThat(step).as("steps of " + scenario).isGreaterThan(FEWEST_STEPS);
  }

  private boolean failed(Scenario scenario, Expected expected, int step) throws IOException {
    Path out = copy();
    FaultyDisk disk = new FaultyDisk(Fault.ERROR, step);
    try (ResultTables tables = ResultTables.open(out, disk, TWO)) {
      disk.arm();
      Throwable thrown = catchThrowable(() -> scenario.change().accept(tables));
      if (disk.hasFailed()) {
        assertThat(thrown)
            .as("step " + step)
            .isInstanceOf(TablesException.class)
            .hasMessageStartingWith("Cannot write results: out must be ")
            .hasMessageEndingWith(out + " (No space left on device)");
        Snapshot live = Snapshot.live(out);
        checkClean(tables, out, live);
        finish(scenario, expected, tables, out, expected.hasHappened(live, step));
      }
    }
    return disk.hasFailed();
  }

  /** Who reads all files may see rows twice, but misses none, and no trial lacks its epochs. */
  private static void checkPlain(Snapshot plain, Snapshot live) {
    for (Table<?> table : Tables.PUBLISHED.all()) {
      assertThat(plain.rowsOf(table.name())).containsAll(live.rowsOf(table.name()));
    }
    assertThat(plain.column("epochs", TrialColumns.TRIAL_ID)).containsAll(plain.doneTrialIds());
  }

  private static void checkClean(ResultTables tables, Path out, Snapshot live) throws IOException {
    assertThat(tables.finished().keySet())
        .map(TrialId::value)
        .containsExactlyInAnyOrderElementsOf(live.trialIds());
    Layout layout = new Layout(out);
    LiveCommits commits = LiveCommits.of(layout.listed(Tables.PUBLISHED.trials()));
    new CommittedFiles(layout, Tables.PUBLISHED)
        .of(commits)
        .forEach((table, files) -> assertThat(Snapshot.files(out, table.name())).isEqualTo(files));
    assertThat(layout.staging()).doesNotExist();
  }

  /** What the next run does: the change, if it has not happened, and the merge at the end. */
  private static void finish(
      Scenario scenario, Expected expected, ResultTables tables, Path out, boolean happened)
      throws IOException {
    if (!happened) {
      scenario.change().accept(tables);
    }
    tables.compact();
    assertThat(Snapshot.plain(out)).isEqualTo(expected.after());
    for (Table<?> table : Tables.PUBLISHED.all()) {
      assertThat(Snapshot.files(out, table.name())).hasSize(1);
    }
  }

  private Expected prepare(Scenario scenario) throws IOException {
    Path template = folder.resolve("template");
    openAnd(scenario.before(), template, FaultyDisk.healthy());
    Path changed = copy();
    openAnd(scenario.change(), changed, FaultyDisk.healthy());
    return new Expected(Snapshot.live(template), Snapshot.live(changed));
  }

  private Path copy() throws IOException {
    Path out = folder.resolve("out");
    FileUtils.deleteDirectory(out.toFile());
    Path template = folder.resolve("template");
    if (Files.exists(template)) {
      FileUtils.copyDirectory(template.toFile(), out.toFile());
    }
    return out;
  }

  /** The rows before and after a change. */
  private record Expected(Snapshot before, Snapshot after) {

    boolean hasHappened(Snapshot live, int step) {
      assertThat(live).as("rows after step " + step).isIn(before, after);
      return live.equals(after);
    }
  }
}
