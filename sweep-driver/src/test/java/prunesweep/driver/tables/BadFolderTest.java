package prunesweep.driver.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BadFolderTest {

  @TempDir Path folder;

  private static void assertWritingFails(Path out, String reason) {
    assertThatThrownBy(() -> ResultTables.open(out))
        .isInstanceOf(TablesException.class)
        .hasMessage(
            "Cannot write results: out must be a folder that can be written, got %s (%s)",
            out, reason);
  }

  @Test
  void outIsAFile() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertWritingFails(file, "no file can be made in " + file + ": Not a directory");
    assertWritingFails(
        file.resolve("below"), "no file can be made in " + file + ": Not a directory");
  }

  /** Holds for root as well, whom no permission stops. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void outCannotBeMade() {
    assertWritingFails(Path.of("/proc/prunesweep/results"), "no file can be made in /proc");
  }

  @Test
  void anotherWriterIsAtWork() {
    try (ResultTables first = ResultTables.open(folder)) {
      first.commit(List.of(Samples.done(1)));
      assertThatThrownBy(() -> ResultTables.open(folder))
          .isInstanceOf(TablesException.class)
          .hasMessage(
              "Cannot write results: out must be a folder that no other run writes to, got %s,"
                      .formatted(folder)
                  + " which is in use");
      first.commit(List.of(Samples.done(2)));
    }
    try (ResultTables second = ResultTables.open(folder)) {
      assertThat(second.finished()).hasSize(2);
    }
  }

  @Test
  void thereIsNothingToRead() throws IOException {
    Files.createDirectories(folder.resolve("tables/trials"));
    for (Path out : List.of(folder, folder.resolve("nowhere"))) {
      assertThatThrownBy(() -> ResultFiles.requireReadable(out))
          .isInstanceOf(TablesException.class)
          .hasMessage(
              "Cannot read results: results must be a folder that a sweep has written, got %s,"
                      .formatted(out)
                  + " which holds no tables");
    }
  }

  @Test
  void aFileIsMissing() throws IOException {
    write();
    Files.delete(Snapshot.files(folder, "epochs").get(0));
    assertWritingFails(folder, "a file of a commit is missing");
    assertThatThrownBy(() -> ResultFiles.requireReadable(folder))
        .isInstanceOf(TablesException.class)
        .hasMessage(
            "Cannot read results: results must be a folder that can be read, got %s (%s)",
            folder, "a file of a commit is missing");
    assertThat(Snapshot.files(folder, "layers")).as("nothing is deleted").hasSize(2);
  }

  @Test
  void aFileIsDamaged() throws IOException {
    write();
    Path file = Snapshot.files(folder, "trials").get(1);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    assertWritingFails(folder, file + " is damaged");
  }

  private void write() {
    try (ResultTables tables = ResultTables.open(folder)) {
      tables.commit(List.of(Samples.done(1)));
      tables.commit(List.of(Samples.done(2)));
    }
  }
}
