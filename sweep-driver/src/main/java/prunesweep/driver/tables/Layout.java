package prunesweep.driver.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import prunesweep.trainer.spec.StageId;

/**
 * The places of things in a results folder.
 *
 * @param out the results folder
 */
record Layout(Path out) {

  Path lock() {
    return out.resolve(".lock");
  }

  Path staging() {
    return out.resolve(".staging");
  }

  Path tables() {
    return out.resolve("tables");
  }

  Path stages() {
    return out.resolve("stages");
  }

  Path stage(StageId stage) {
    return stages().resolve(stage.value() + ".checkpoint");
  }

  /** The states of trials and stages under way. */
  Path running() {
    return out.resolve("running");
  }

  /** Says where the last run stands. */
  Path status() {
    return out.resolve("status.json");
  }

  Path folder(Table<?> table) {
    return tables().resolve(table.name());
  }

  /** The ranges in the names of files in {@code table}; none when the folder does not exist. */
  Set<CommitRange> listed(Table<?> table) throws IOException {
    return names(table).stream()
        .map(CommitRange::parse)
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }

  /** The names of the files in {@code table}; none when the folder does not exist. */
  Set<String> names(Table<?> table) throws IOException {
    try (Stream<Path> files = Files.list(folder(table))) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    } catch (NoSuchFileException e) {
      return Set.of();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
