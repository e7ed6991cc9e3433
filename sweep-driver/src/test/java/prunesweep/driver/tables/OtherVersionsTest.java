package prunesweep.driver.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever adds a column finds out here whether old results can still be read. */
class OtherVersionsTest {

  @TempDir Path folder;
  private Path out;

  @BeforeEach
  void copyOldResults() throws IOException {
    out = OldResults.FIRST_SCHEMA.in(folder.resolve("results"));
  }

  @Test
  void oldTrialsAreFinished() {
    try (ResultTables tables = ResultTables.open(out)) {
      assertThat(tables.finished().values())
          .containsExactlyInAnyOrder(TrialStatus.DONE, TrialStatus.FAILED);
      assertThat(tables.figures(tables.finished().keySet()).values())
          .extracting(FinishedTrial::seconds)
          .containsExactlyInAnyOrder(12.25, 1.5);
      assertThat(tables.hasEnded("a")).isFalse();
    }
  }

  @Test
  void oldAndNewRowsBecomeOneFileThatLosesNothing() throws IOException {
    Map<String, String[]> columns = columns();
    Map<String, List<String>> before = rows(columns);
    try (ResultTables tables = ResultTables.open(out)) {
      tables.recordSweep(Samples.sweep("b", Samples.START, null));
      tables.commit(List.of(Samples.done(70)));
      tables.compact();
    }
    Map<String, List<String>> after = rows(columns);
    for (Table<?> table : Tables.PUBLISHED.all()) {
      assertThat(Snapshot.files(out, table.name())).hasSize(1);
      assertThat(TableFile.schema(Snapshot.files(out, table.name()).get(0)))
          .isEqualTo(table.messageType());
    }
    for (String table : firstTables()) {
      assertThat(after.get(table)).containsAll(Objects.requireNonNull(before.get(table)));
    }
  }

  @Test
  void theRowOfAnOldSweepKeepsItsStart() throws IOException {
    try (ResultTables tables = ResultTables.open(out)) {
      tables.recordSweep(Samples.sweep("a", Samples.START.plusSeconds(1), Samples.START));
    }
    assertThat(Snapshot.live(out).column("sweeps", SweepColumns.STARTED))
        .containsExactly(Samples.START);
  }

  @Test
  void whatTheFirstVersionDidNotSayIsNullOrDeclared() throws IOException {
    Snapshot old = Snapshot.live(out);
    assertThat(old.column("trials", "blas_kernel")).hasSize(2).containsOnlyNulls();
    assertThat(old.column("trials", "retraining")).containsExactly("none", "none");
    assertThat(old.column("trials", "early_stopping")).containsExactly("on", "on");
    assertThat(old.column("trials", "nuclear_norm")).containsExactly(0.0, 0.0);
    assertThat(old.column("trials", "within_layer")).hasSize(2).containsOnlyNulls();
    assertThat(old.column("layers", "kflops")).hasSize(2).containsOnlyNulls();
    assertThat(old.column("cycles", "threshold")).isNotEmpty().doesNotContainNull();
    assertThat(old.column("sweeps", "openblas_core")).containsExactly("automatic");
  }

  @Test
  void oldFilesOfTablesThatCameLaterAreNotMissed() throws IOException {
    assertThat(
            ResultFiles.<Integer, IOException>read(
                out, Tables.PUBLISHED, files -> later(files).size()))
        .isZero();
    try (ResultTables tables = ResultTables.open(out)) {
      tables.commit(List.of(Samples.done(70)));
    }
    assertThat(
            ResultFiles.<Integer, IOException>read(
                out, Tables.PUBLISHED, files -> later(files).size()))
        .isEqualTo(laterTables().count());
    assertThat(Snapshot.live(out).column("evaluations", "stage"))
        .containsExactlyInAnyOrder("dense", "pruned");
  }

  /** Only commits of older versions have none: one of several missing is damage. */
  @Test
  void aLostFileOfATableThatCameLaterIsMissed() throws IOException {
    try (ResultTables tables = ResultTables.open(out)) {
      tables.commit(List.of(Samples.done(70)));
    }
    Files.delete(Snapshot.files(out, "pca").get(0));
    assertThatThrownBy(() -> ResultTables.open(out))
        .isInstanceOf(TablesException.class)
        .hasMessageContaining("a file of a commit is missing");
  }

  private static List<Path> later(Map<Table<?>, List<Path>> files) {
    return laterTables()
        .flatMap(table -> Objects.requireNonNull(files.get(table)).stream())
        .toList();
  }

  private static Stream<Table<?>> laterTables() {
    return Tables.PUBLISHED.all().stream().filter(table -> table.generation() > Generation.FIRST);
  }

  /** The tables of the first version. */
  private static List<String> firstTables() {
    return Tables.PUBLISHED.all().stream()
        .filter(table -> table.generation() == Generation.FIRST)
        .<String>map(Table::name)
        .toList();
  }

  /** The columns of the first version, by table. */
  private Map<String, String[]> columns() throws IOException {
    Map<String, String[]> columns = new LinkedHashMap<>();
    for (String table : firstTables()) {
      MessageType schema = TableFile.schema(Snapshot.files(out, table).get(0));
      columns.put(table, schema.getFields().stream().map(Type::getName).toArray(String[]::new));
    }
    assertThat(columns.get("trials")).hasSize(42);
    return columns;
  }

  /** Every row there is in these columns, as text. */
  private Map<String, List<String>> rows(Map<String, String[]> columns) throws IOException {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (String table : firstTables()) {
      List<String> texts = new ArrayList<>();
      Table<?> shown =
          Tables.PUBLISHED.named(table).only(Objects.requireNonNull(columns.get(table)));
      for (Path file : Snapshot.files(out, table)) {
        TableFile.read(file, shown, row -> texts.add(row.toString()));
      }
      assertThat(texts).isNotEmpty();
      rows.put(table, texts);
    }
    return rows;
  }

  static Stream<String> tables() {
    return Tables.PUBLISHED.all().stream().map(Table::name);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void anUnknownColumnIsLeftAlone(String table) throws IOException {
    Path file = rewritten(table, schema -> with(schema, "colour"));
    assertRefused("%s has the column colour, which this version does not know".formatted(file));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void anotherTypeIsLeftAlone(String table) throws IOException {
    String column = Tables.PUBLISHED.named(table).columns().get(1).name();
    Type known = Tables.PUBLISHED.named(table).messageType().getType(column);
    Path file = rewritten(table, schema -> with(without(schema, column), column));
    assertRefused(
        "%s has the column %s as 'optional float %s', this version as '%s'"
            .formatted(file, column, column, known));
  }

  private static MessageType with(MessageType schema, String column) {
    List<Type> fields = new ArrayList<>(schema.getFields());
    fields.add(Types.optional(PrimitiveTypeName.FLOAT).named(column));
    return new MessageType(schema.getName(), fields);
  }

  private static MessageType without(MessageType schema, String column) {
    return new MessageType(
        schema.getName(),
        schema.getFields().stream().filter(field -> !field.getName().equals(column)).toList());
  }

  /** Replaces the newest file of {@code table} by an empty one of another schema. */
  private Path rewritten(String table, UnaryOperator<MessageType> change) throws IOException {
    try (ResultTables tables = ResultTables.open(out)) {
      tables.commit(List.of(Samples.done(70)));
    }
    List<Path> files = Snapshot.files(out, table);
    Path file = files.get(files.size() - 1);
    MessageType schema = change.apply(TableFile.schema(file));
    Files.delete(file);
    TableFile.write(new LocalOutputFile(file), schema, Map.of(), sink -> {});
    return file;
  }

  private void assertRefused(String reason) throws IOException {
    Files.createDirectories(out.resolve(".staging"));
    Files.writeString(out.resolve(".staging/left"), "by a crash of the newer version");
    Map<String, byte[]> before = contents();
    String rule = "must be a folder that no newer version of Prunesweep has written, got ";
    assertThatThrownBy(() -> ResultTables.open(out))
        .isInstanceOf(TablesException.class)
        .hasMessage("Cannot write results: out %s%s (%s)", rule, out, reason);
    assertThatThrownBy(() -> ResultFiles.requireReadable(out))
        .isInstanceOf(TablesException.class)
        .hasMessage("Cannot read results: results %s%s (%s)", rule, out, reason);
    assertThat(contents()).containsExactlyEntriesOf(before);
  }

  private Map<String, byte[]> contents() throws IOException {
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
