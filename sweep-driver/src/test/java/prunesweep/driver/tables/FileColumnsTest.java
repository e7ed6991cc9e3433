package prunesweep.driver.tables;

import static org.apache.parquet.schema.Type.Repetition.OPTIONAL;
import static org.apache.parquet.schema.Type.Repetition.REQUIRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static prunesweep.driver.tables.Column.always;
import static prunesweep.driver.tables.Column.nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file read as a table that has grown since, or that has not grown yet. */
class FileColumnsTest {

  @TempDir Path folder;

  private static final Column<String> KEY = always("key", ColumnType.STRING, "", "", row -> row);
  private static final Column<String> LENGTH =
      always("length", ColumnType.INT, "", "", String::length);
  private static final Column<String> FIRST =
      nullable("first", ColumnType.STRING, "", "", row -> row.isEmpty() ? null : row);

  @SafeVarargs
  @SuppressWarnings("varargs") // The array is only read.
  private static Table<String> table(Column<String>... columns) {
    return new Table<>("sweeps", 1, "", List.of(columns), Rows.ofTrials(trial -> Stream.empty()));
  }

  private Path written(Table<String> table, String... rows) throws IOException {
    Path file = folder.resolve("file.parquet");
    var groups = table.groups(Stream.of(rows)).toList();
    TableFile.write(
        new LocalOutputFile(file),
        table.messageType(),
        Map.of(),
        sink -> {
          for (var group : groups) {
            sink.add(group);
          }
        });
    return file;
  }

  private static List<String> rows(Path file, Table<String> table) throws IOException {
    List<String> rows = new ArrayList<>();
    TableFile.read(file, table, group -> rows.add(group.toString().replace('\n', ' ').strip()));
    return rows;
  }

  @Test
  void aNullableColumnIsNullInAFileWithoutIt() throws IOException {
    Path file = written(table(KEY), "ab", "c");
    assertThat(rows(file, table(KEY, FIRST))).containsExactly("key: ab", "key: c");
  }

  @Test
  void aColumnThatCameLaterHasItsDeclaredValueInAFileWithoutIt() throws IOException {
    Path file = written(table(KEY), "ab", "c");
    assertThat(rows(file, table(LENGTH.inOlderFiles(-1), KEY)))
        .containsExactly("length: -1 key: ab", "length: -1 key: c");
  }

  @Test
  void theDeclaredValueChangesNoRowOfAFileThatHasTheColumn() throws IOException {
    Path file = written(table(KEY, LENGTH), "ab", "c");
    assertThat(rows(file, table(KEY, LENGTH.inOlderFiles(-1), FIRST)))
        .containsExactly("key: ab length: 2", "key: c length: 1");
  }

  @Test
  void valuesOfEveryTypeAreCarriedOver() throws IOException {
    Instant time = Instant.ofEpochMilli(1_234);
    Table<String> old =
        table(
            KEY,
            LENGTH,
            always("long", ColumnType.LONG, "", "", row -> 1L << 40),
            always("double", ColumnType.DOUBLE, "", "", row -> Double.NaN),
            always("flag", ColumnType.BOOLEAN, "", "", row -> true),
            always("time", ColumnType.TIMESTAMP, "", "", row -> time),
            always("bytes", ColumnType.BINARY, "", "", row -> new byte[] {'o', 'k'}));
    Path file = written(old, "ab");
    List<Column<String>> grown = new ArrayList<>(old.columns());
    grown.add(FIRST);
    assertThat(
            rows(file, new Table<>("sweeps", 1, "", grown, Rows.ofTrials(trial -> Stream.empty()))))
        .containsExactly(
            "key: ab length: 2 long: 1099511627776 double: NaN flag: true time: 1234"
                + " bytes: ok");
  }

  @Test
  void aColumnThatBecameNullableIsRead() throws IOException {
    Path file = written(table(KEY, always("first", ColumnType.STRING, "", "", row -> row)), "ab");
    assertThat(rows(file, table(KEY, FIRST))).containsExactly("key: ab first: ab");
  }

  @Test
  void aColumnThatWasAlwaysThereMustBeThere() throws IOException {
    Path file = written(table(KEY), "ab");
    assertThatThrownBy(() -> rows(file, table(KEY, LENGTH)))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage(file + " lacks the column length");
  }

  @Test
  void anotherTypeIsANewerVersions() throws IOException {
    Path file = written(table(KEY, LENGTH), "ab");
    Table<String> other = table(KEY, always("length", ColumnType.LONG, "", "", row -> 1L));
    assertThatThrownBy(() -> rows(file, other))
        .isInstanceOf(NewerFileException.class)
        .hasMessage(
            "%s has the column length as 'required int32 length', this version as"
                + " 'required int64 length'",
            file);
  }

  @Test
  void nullsWhereThisVersionHasNoneAreANewerVersions() throws IOException {
    Path file = written(table(KEY, FIRST), "ab");
    assertThatThrownBy(
            () -> rows(file, table(KEY, always("first", ColumnType.STRING, "", "", row -> row))))
        .isInstanceOf(NewerFileException.class);
  }

  @Test
  void aTimeWithoutAUnitIsNoTimestamp() {
    Column<String> time = always("time", ColumnType.TIMESTAMP, "", "", row -> Instant.EPOCH);
    Type plain = ColumnType.LONG.parquet("time", REQUIRED);
    assertThat(time.canBeReadFrom(time.parquet())).isTrue();
    assertThat(time.canBeReadFrom(plain)).isFalse();
    assertThat(FIRST.canBeReadFrom(ColumnType.STRING.parquet("first", OPTIONAL))).isTrue();
  }

  @Test
  void readsOnlyTheColumnsAskedFor() throws IOException {
    Path file = written(table(KEY, LENGTH, FIRST), "ab");
    Table<String> table = table(KEY, LENGTH, FIRST).only("length");
    assertThat(table.messageType())
        .isEqualTo(new MessageType("sweeps", ColumnType.INT.parquet("length", REQUIRED)));
    assertThat(rows(file, table)).containsExactly("length: 2");
  }
}
