package prunesweep.driver.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import prunesweep.driver.spark.Master;
import prunesweep.driver.spark.OpenSession;
import prunesweep.driver.spark.Sessions;
import prunesweep.driver.sql.ResultQuery;

/** Tables and columns of versions to come, beside files of every version before. */
class GrowingTablesTest {

  private static final int NEXT = Tables.PUBLISHED.generation() + 1;
  private static final Tables GROWN = GrownTables.of(Tables.PUBLISHED, NEXT, "colours");
  private static final Tables TWICE = GrownTables.of(GROWN, NEXT + 1, "sounds");
  private static final String MISSING = "a file of a commit is missing";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void everyOlderFolderIsReadAndGoneOnWith(OldResults old) throws IOException {
    Path out = old.in(folder.resolve("out"));
    Snapshot before = Snapshot.live(out);
    int trials = before.trialIds().size();
    assertThat(Snapshot.live(out, TWICE).column("trials", "colours"))
        .hasSize(trials)
        .containsOnlyNulls();
    commit(out, Tables.PUBLISHED, 70);
    commit(out, GROWN, 71);
    commit(out, TWICE, 72);
    assertGrown(Snapshot.live(out, TWICE), before);
    compact(out, TWICE);
    assertGrown(Snapshot.live(out, TWICE), before);
    for (Table<?> table : TWICE.all()) {
      assertThat(Snapshot.files(out, table.name())).as(table.name()).hasSize(1);
    }
  }

  private static void assertGrown(Snapshot grown, Snapshot before) {
    int older = before.trialIds().size();
    assertThat(grown.trialIds())
        .hasSize(older + 3)
        .containsAll(before.trialIds())
        .contains(Samples.id(70).value(), Samples.id(71).value(), Samples.id(72).value());
    assertThat(grown.column("trials", "all_colours")).filteredOn("new"::equals).hasSize(2);
    assertThat(grown.column("trials", "all_colours")).filteredOn("old"::equals).hasSize(older + 1);
    assertThat(grown.column("trials", "colours")).filteredOn(Objects::nonNull).hasSize(2);
    assertThat(grown.column("trials", "sounds")).filteredOn(Objects::nonNull).hasSize(1);
    assertThat(grown.column("colours", TrialColumns.TRIAL_ID))
        .containsExactlyInAnyOrder(Samples.id(71).value(), Samples.id(72).value());
    assertThat(grown.column("sounds", TrialColumns.TRIAL_ID))
        .containsExactly(Samples.id(72).value());
    assertThat(grown.rowsOf("epochs"))
        .containsAll(before.rowsOf("epochs"))
        .hasSize(before.rowsOf("epochs").size() + 3 * Samples.EPOCHS);
  }

  @Test
  void sqlKnowsATableThatWasAdded() throws IOException {
    Path out = OldResults.NINE_TABLES.in(folder.resolve("out"));
    try (OpenSession session = Sessions.open("test", new Master("local[2]"), Map.of())) {
      assertThat(
              count(session, out, "SELECT count(*), count(colours), max(all_colours) FROM trials"))
          .containsExactly("7", "0", "old");
      assertThat(count(session, out, "SELECT count(*) FROM colours")).containsExactly("0");
      commit(out, GROWN, 71);
      assertThat(
              count(session, out, "SELECT count(*), count(colours), min(all_colours) FROM trials"))
          .containsExactly("8", "1", "new");
      assertThat(count(session, out, "SELECT value FROM colours")).containsExactly("colours");
    }
  }

  private static List<@Nullable String> count(OpenSession session, Path out, String query) {
    return new ResultQuery(session, out, GROWN).run(query, answer -> answer.cells().get(0));
  }

  @ParameterizedTest
  @EnumSource
  void anOlderProgramLeavesTheFolderAlone(OldResults old) throws IOException {
    Path out = old.in(folder.resolve("out"));
    commit(out, GROWN, 71);
    List<Path> files = Snapshot.files(out, "trials");
    String reason =
        "%s is of generation %d, this version knows up to %d"
            .formatted(files.get(files.size() - 1), NEXT, NEXT - 1);
    Files.createDirectories(out.resolve(".staging"));
    Files.writeString(out.resolve(".staging/left"), "by a crash of the newer version");
    Map<String, byte[]> before = contents(out);
    String rule = "must be a folder that no newer version of Prunesweep has written, got ";
    assertThatThrownBy(() -> ResultTables.open(out))
        .isInstanceOf(TablesException.class)
        .hasMessage("Cannot write results: out %s%s (%s)", rule, out, reason);
    assertThatThrownBy(() -> ResultFiles.requireReadable(out))
        .isInstanceOf(TablesException.class)
        .hasMessage("Cannot read results: results %s%s (%s)", rule, out, reason);
    assertThat(contents(out)).containsExactlyEntriesOf(before);
  }

  /** A commit says its generation: what it lost is not taken for what it never had. */
  @ParameterizedTest
  @ValueSource(strings = {"colours", "sounds", "pca", "epochs"})
  void aLostFileIsMissed(String table) throws IOException {
    Path out = OldResults.FIRST_SCHEMA.in(folder.resolve("out"));
    commit(out, TWICE, 70);
    Files.delete(Snapshot.files(out, table).get(Snapshot.files(out, table).size() - 1));
    assertThatThrownBy(() -> ResultTables.open(out, TWICE)).hasMessageContaining(MISSING);
    assertThatThrownBy(() -> Snapshot.live(out, TWICE)).hasMessageContaining(MISSING);
  }

  /** All files of the newest generation at once are missed as well as one of them. */
  @Test
  void allLostFilesOfAGenerationAreMissed() throws IOException {
    Path out = folder.resolve("out");
    commit(out, Tables.PUBLISHED, 70);
    for (Table<?> table : Tables.PUBLISHED.all()) {
      if (table.generation() == Generation.NINE_TABLES) {
        Files.delete(Snapshot.files(out, table.name()).get(0));
      }
    }
    assertThatThrownBy(() -> ResultTables.open(out)).hasMessageContaining(MISSING);
  }

  /**
   * A newer program was killed before its commit, and an older one has made a commit of that number
   * since: the file that the newer one left is none of that commit's.
   */
  @Test
  void aFileLeftByANewerProgramIsNotTakenForOneOfAnOlderCommit() throws IOException {
    Path out = folder.resolve("out");
    commit(out, Tables.PUBLISHED, 70);
    Path newer = folder.resolve("newer");
    commit(newer, GROWN, 71);
    Path left = Snapshot.files(newer, "colours").get(0);
    Files.createDirectories(out.resolve("tables/colours"));
    Files.copy(left, out.resolve("tables/colours").resolve(left.getFileName()));
    assertThat(Snapshot.live(out, GROWN).rowsOf("colours")).isEmpty();
    try (ResultTables tables = ResultTables.open(out, GROWN)) {
      assertThat(tables.finished()).containsOnlyKeys(Samples.id(70));
    }
    assertThat(Snapshot.files(out, "colours")).isEmpty();
  }

  /** What a folder of a version has is what the registry says came with it or before. */
  @ParameterizedTest
  @EnumSource
  void everyColumnSaysTheGenerationItCameWith(OldResults old) throws IOException {
    int generation = old == OldResults.FIRST_SCHEMA ? Generation.FIRST : Generation.NINE_TABLES;
    Map<String, List<String>> columns = new TreeMap<>();
    Map<String, List<String>> stored = new TreeMap<>();
    for (Table<?> table : Tables.PUBLISHED.all()) {
      if (table.generation() <= generation) {
        columns.put(table.name(), upTo(generation, table));
      }
    }
    old.rows().tables().forEach((name, table) -> stored.put(name, table.columns()));
    assertThat(columns).isEqualTo(stored);
  }

  private static List<String> upTo(int generation, Table<?> table) {
    return table.columns().stream()
        .filter(column -> column.generation() <= generation)
        .<String>map(Column::name)
        .toList();
  }

  @Test
  void aColumnThatCameLaterMustHaveAValueInOlderFiles() {
    Column<String> later =
        Column.<String>always("later", ColumnType.STRING, "", "", row -> row).since(NEXT);
    Rows<String> rows = Rows.ofTrials(trial -> Stream.empty());
    assertThatThrownBy(() -> new Table<>("table", 1, "", List.of(later), rows))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The column later of table came later, so it must have a value in older files");
  }

  private static void commit(Path out, Tables tables, int number) {
    try (ResultTables results = ResultTables.open(out, tables)) {
      results.commit(List.of(Samples.done(number)));
    }
  }

  private static void compact(Path out, Tables tables) {
    try (ResultTables results = ResultTables.open(out, tables)) {
      results.compact();
    }
  }

  private static Map<String, byte[]> contents(Path out) throws IOException {
    Map<String, byte[]> contents = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(out)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        contents.put(out.relativize(path).toString(), Files.readAllBytes(path));
      }
    }
    contents.remove(".lock");
    return contents;
  }
}
