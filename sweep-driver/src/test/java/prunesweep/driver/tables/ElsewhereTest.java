package prunesweep.driver.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import prunesweep.driver.store.HadoopPath;
import prunesweep.driver.store.StoreSettings;
import prunesweep.driver.tables.CrashTest.Scenario;
import prunesweep.driver.tables.FaultyDisk.Killed;
import prunesweep.trainer.spec.TrialId;

/** Results on file systems of Hadoop, each change stopped, or overtaken, at each of its steps. */
class ElsewhereTest {

  private static final Compaction TWO = new Compaction(2);
  private static final int FEWEST_STEPS = 12;
  private static final String TELLING = "a commit and a merge";

  @TempDir Path folder;

  @BeforeEach
  void registerFileSystems() {
    Elsewhere.register(0);
  }

  @AfterEach
  void letAllHappen() {
    Steps.allHappen();
    StoreSettings.use(Map.of());
  }

  /** All changes to objects, and on the other kind the one that makes every sort of step. */
  static Stream<Arguments> scenarios() {
    return Stream.concat(
        CrashTest.scenarios().map(scenario -> Arguments.of(Elsewhere.OBJECTS, scenario)),
        telling().filter(arguments -> arguments.get()[0] == Elsewhere.RENAMING));
  }

  static Stream<Arguments> telling() {
    return Stream.of(Elsewhere.values())
        .flatMap(
            kind ->
                CrashTest.scenarios()
                    .filter(scenario -> scenario.name().equals(TELLING))
                    .map(scenario -> Arguments.of(kind, scenario)));
  }

  private static void openAnd(Consumer<ResultTables> change, Path out) {
    try (ResultTables tables = ResultTables.open(out, Tables.PUBLISHED, TWO)) {
      change.accept(tables);
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void killedAtAnyStepShowsAllOfAChangeOrNothing(Elsewhere kind, Scenario scenario)
      throws IOException {
    Expected expected = prepare(kind, scenario);
    int step = 1;
    while (isKilled(kind, scenario, expected, step)) {
      step++;
    }
    assertThat(step).isGreaterThan(FEWEST_STEPS);
  }

  private boolean isKilled(Elsewhere kind, Scenario scenario, Expected expected, int step)
      throws IOException {
    Path out = copy(kind);
    Steps.dieAt(step);
    Throwable thrown = catchThrowable(() -> openAnd(scenario.change(), out));
    boolean isReached = Steps.isReached();
    Steps.allHappen();
    if (!isReached) {
      assertThat(thrown).isNull();
      return false;
    }
    assertThat(thrown).as("step " + step).isInstanceOf(Killed.class);
    boolean happened = expected.hasHappened(Snapshot.live(out), step);
    try (ResultTables tables = ResultTables.open(out, Tables.PUBLISHED, TWO)) {
      checkClean(tables, out);
      assertThat(expected.hasHappened(Snapshot.live(out), step)).isEqualTo(happened);
      finish(scenario, expected, tables, out, happened);
    }
    return true;
  }

  @ParameterizedTest
  @MethodSource("telling")
  void anErrorAtAnyStepLeavesTheWriterUsable(Elsewhere kind, Scenario scenario) throws IOException {
    Expected expected = prepare(kind, scenario);
    int step = 0;
    boolean isReached = true;
    while (isReached) {
      step++;
      Path out = copy(kind);
      try (ResultTables tables = ResultTables.open(out, Tables.PUBLISHED, TWO)) {
        Steps.failAt(step);
        Throwable thrown = catchThrowable(() -> scenario.change().accept(tables));
        isReached = Steps.isReached();
        Steps.allHappen();
        if (thrown != null) {
          assertThat(thrown).isInstanceOf(TablesException.class);
          tables.finished();
          checkClean(tables, out);
        }
        finish(scenario, expected, tables, out, expected.hasHappened(Snapshot.live(out), step));
      }
    }
    assertThat(step).isGreaterThan(FEWEST_STEPS);
  }

  /**
   * A writer that is stopped before any of its steps and goes on when another has taken the folder
   * over, committed and merged: what it does then changes no row.
   */
  @ParameterizedTest
  @MethodSource("telling")
  void whoIsOvertakenAtAnyStepCommitsNothingAfter(Elsewhere kind, Scenario scenario)
      throws IOException {
    openAnd(scenario.before(), kind.of(folder.resolve("template")));
    int step = 1;
    while (isOvertaken(kind, scenario, step)) {
      step++;
    }
    assertThat(step).isGreaterThan(FEWEST_STEPS);
  }

  private boolean isOvertaken(Elsewhere kind, Scenario scenario, int step) throws IOException {
    Path out = copy(kind);
    Snapshot[] byOther = new Snapshot[1];
    Throwable thrown;
    try (ResultTables tables = ResultTables.open(out, Tables.PUBLISHED, TWO)) {
      Steps.before(step, () -> byOther[0] = overtake(out));
      thrown = catchThrowable(() -> scenario.change().accept(tables));
      Steps.allHappen();
      if (byOther[0] == null) {
        assertThat(thrown).isNull();
        return false;
      }
      assertThatThrownBy(() -> tables.commit(List.of(Samples.done(77))))
          .isInstanceOf(TablesException.class);
    }
    assertThat(Snapshot.live(out)).as("step " + step).isEqualTo(byOther[0]);
    assertThat(byOther[0].trialIds()).contains(Samples.id(60).value(), Samples.id(61).value());
    try (ResultTables next = ResultTables.open(out, Tables.PUBLISHED, TWO)) {
      checkClean(next, out);
      next.compact();
    }
    assertThat(Snapshot.plain(out)).isEqualTo(byOther[0]);
    assertThat(thrown == null || thrown instanceof TablesException).isTrue();
    return true;
  }

  @Test
  void whoHasLostTheFolderLeavesAloneWhatTheNextWriterIsWriting() {
    Path local = folder.resolve("lost");
    Path out = Elsewhere.RENAMING.of(local);
    Path staged = local.resolve(".staging").resolve("of-the-next");
    try (ResultTables tables = ResultTables.open(out, Tables.PUBLISHED, TWO)) {
      tables.commit(List.of(Samples.done(1)));
      Steps.before(
          1,
          () -> {
            overtake(out);
            FileUtils.touch(staged.toFile());
            throw new IOException("no answer");
          });
      Throwable thrown = catchThrowable(() -> tables.commit(List.of(Samples.done(2))));
      Steps.allHappen();
      assertThat(thrown).isInstanceOf(TablesException.class).hasMessageContaining("taken over by");
      assertThat(staged).exists();
    }
  }

  @Test
  void whoIsStoppedWhileTidyingLeavesAloneWhatTheNextWriterIsWriting() throws IOException {
    Path local = folder.resolve("stopped");
    Path staging = Files.createDirectories(local.resolve(".staging"));
    Path left = Files.createFile(staging.resolve("left-by-the-dead"));
    Path staged = staging.resolve("of-the-next");
    HadoopPath out = (HadoopPath) Elsewhere.RENAMING.of(local);
    HadoopStore store = (HadoopStore) Store.of(new Layout(out), sentence -> {});
    try (Tenure tenure = store.take()) {
      Steps.before(1, () -> FileUtils.touch(staged.toFile()));
      store.deleteLeftAside(tenure);
      Steps.allHappen();
      assertThat(left).doesNotExist();
      assertThat(staged).exists();
      tenure.requireHeld();
      store.deleteLeftAside(tenure);
      assertThat(staging).doesNotExist();
    }
  }

  @Test
  void whoHasLostTheFolderDeletesNothingThatIsWrittenAside() throws IOException {
    Path local = folder.resolve("passed-on");
    Path staged = local.resolve(".staging").resolve("of-the-next");
    Store store = Store.of(new Layout(Elsewhere.RENAMING.of(local)), sentence -> {});
    try (Tenure first = store.take()) {
      Store next = Store.of(new Layout(Elsewhere.RENAMING.of(local)), sentence -> {});
      try (Tenure second = next.take()) {
        FileUtils.touch(staged.toFile());
        assertThatThrownBy(() -> store.deleteLeftAside(first)).isInstanceOf(TablesException.class);
        assertThat(staged).exists();
        next.deleteLeftAside(second);
        assertThat(staged).doesNotExist();
      }
    }
  }

  /** Takes the folder, commits twice and merges all, as the next driver would. */
  private static Snapshot overtake(Path out) throws IOException {
    try (ResultTables other = ResultTables.open(out, Tables.PUBLISHED, TWO)) {
      other.commit(List.of(Samples.done(60)));
      other.commit(List.of(Samples.done(61)));
      other.compact();
    }
    return Snapshot.live(out);
  }

  @ParameterizedTest
  @EnumSource
  void aSecondWriterIsToldWhoIsAtWork(Elsewhere kind) {
    Elsewhere.register(60);
    Path out = kind.of(folder.resolve("out"));
    try (ResultTables first = ResultTables.open(out)) {
      first.commit(List.of(Samples.done(1)));
      assertThatThrownBy(() -> ResultTables.open(out))
          .isInstanceOf(TablesException.class)
          .hasMessageContaining("process " + ProcessHandle.current().pid() + " of ")
          .hasMessageContaining(" since ")
          .hasMessageEndingWith("got %s, which is in use".formatted(out));
      first.commit(List.of(Samples.done(2)));
    }
    try (ResultTables second = ResultTables.open(out)) {
      assertThat(second.finished()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFolderIsGivenBackAndTheNextWriterBurnsNothing(Elsewhere kind) throws IOException {
    Path out = kind.of(folder.resolve("out"));
    openAnd(tables -> tables.commit(List.of(Samples.done(1))), out);
    openAnd(tables -> tables.commit(List.of(Samples.done(2))), out);
    assertThat(Snapshot.files(out, "trials"))
        .hasSize(1)
        .allMatch(file -> name(file).equals("commit-00000003.parquet"));
    assertThat(Snapshot.files(out, "epochs"))
        .allMatch(file -> name(file).equals("commit-00000001-00000003-00000002.parquet"));
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  @ParameterizedTest
  @EnumSource
  void openingAFreshFolderLeavesNothingBehind(Elsewhere kind) {
    Path out = folder.resolve("fresh");
    try (ResultTables tables = ResultTables.open(kind.of(out))) {
      assertThat(tables.finished()).isEmpty();
    }
    assertThat(out).doesNotExist();
  }

  @Test
  void aFileSystemThatPromisesNothingIsRefused() {
    StoreSettings.use(Map.of("spark.hadoop.fs.renaming.impl", RenamingFiles.class.getName()));
    Path out = Elsewhere.RENAMING.of(folder.resolve("out"));
    assertThatThrownBy(() -> ResultTables.open(out))
        .isInstanceOf(TablesException.class)
        .hasMessageContaining("renaming: is known neither to rename in one step");
  }

  private static void checkClean(ResultTables tables, Path out) throws IOException {
    assertThat(tables.finished().keySet())
        .map(TrialId::value)
        .containsExactlyInAnyOrderElementsOf(Snapshot.live(out).trialIds());
    Layout layout = new Layout(out);
    CommittedFiles files = new CommittedFiles(layout, Tables.PUBLISHED);
    LiveCommits live = LiveCommits.of(files.committed());
    files
        .of(live)
        .forEach(
            (table, expected) ->
                assertThat(Snapshot.files(out, table.name())).hasSameElementsAs(expected));
    assertThat(Files.exists(layout.staging())).isFalse();
  }

  private static void finish(
      Scenario scenario, Expected expected, ResultTables tables, Path out, boolean happened)
      throws IOException {
    if (!happened) {
      scenario.change().accept(tables);
    }
    tables.compact();
    assertThat(Snapshot.plain(out)).isEqualTo(expected.after());
  }

  private Expected prepare(Elsewhere kind, Scenario scenario) throws IOException {
    Path template = kind.of(folder.resolve("template"));
    openAnd(scenario.before(), template);
    Path changed = copy(kind);
    openAnd(scenario.change(), changed);
    return new Expected(Snapshot.live(template), Snapshot.live(changed));
  }

  private Path copy(Elsewhere kind) throws IOException {
    Path out = folder.resolve("out");
    FileUtils.deleteDirectory(out.toFile());
    Path template = folder.resolve("template");
    if (Files.exists(template)) {
      FileUtils.copyDirectory(template.toFile(), out.toFile());
    }
    return kind.of(out);
  }

  private record Expected(Snapshot before, Snapshot after) {

    boolean hasHappened(Snapshot live, int step) {
      assertThat(live).as("rows after step " + step).isIn(before, after);
      return live.equals(after);
    }
  }

  @Test
  void refusesAStoreThatOverwritesWhatIsOnlyToBeCreated() {
    StoreSettings.use(
        Map.of(
            "spark.hadoop.fs.objects.impl",
            ObjectFiles.class.getName(),
            "spark.hadoop." + ObjectFiles.HEEDLESS,
            "true"));
    Path out = Elsewhere.OBJECTS.of(folder.resolve("out"));
    assertThatThrownBy(() -> ResultTables.open(out))
        .isInstanceOf(TablesException.class)
        .hasMessage(
            "Cannot write results: out must be a folder that can be written, got %s (the store must"
                + " know the condition 'If-None-Match: *' and does not)",
            out);
    assertThat(folder.resolve("out")).doesNotExist();
  }
}
