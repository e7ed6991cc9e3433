package prunesweep.trainer.data.csv;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prunesweep.trainer.data.DataException;
import prunesweep.trainer.data.file.DiskFile;

/** Files that spreadsheets write where a comma is in numbers. */
class OtherSeparatorTest {

  @TempDir Path directory;

  private Path write(String text) throws IOException {
    return Files.writeString(directory.resolve("x.csv"), text);
  }

  private static void read(Path file, String label) {
    boolean isName = label.length() > 1;
    CsvRows.read(new DiskFile(file), new CsvLayout(isName, label), List.of("a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "|"})
  void aFileOfAnotherSeparatorIsSuspected(String separator) throws IOException {
    Path file = write("width;height;kind\n1;2;a\n".replace(";", separator));
    assertThatThrownBy(() -> read(file, "kind"))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Cannot read %s: its cells must be separated by commas, got a first line with '%s'"
                + " between them, it seems: %s",
            file, separator, "width;height;kind".replace(";", separator));
  }

  @Test
  void tabsAreSuspectedToo() throws IOException {
    Path file = write("width\theight\tkind\n1\t2\ta\n");
    assertThatThrownBy(() -> read(file, "kind")).hasMessageContaining("with tabs between them");
  }

  /** A comma within numbers makes cells of its own. */
  @Test
  void evenWhereNumbersHaveCommas() throws IOException {
    Path file = write("5,1;3,5;0,2;setosa;x\n4,9;3,0;0,2;setosa;x\n");
    assertThatThrownBy(() -> read(file, "2")).hasMessageContaining("separated by commas");
  }
}
