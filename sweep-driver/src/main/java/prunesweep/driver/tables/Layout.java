package prunesweep.driver.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import prunesweep.trainer.spec.StageId;

/**
 * Where things are in a results folder.
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

  Path folder(TableName table) {
    return tables().resolve(table.label());
  }

  Path file(TableName table, CommitRange range) {
    return folder(table).resolve(range.fileName());
  }

  /** The files of the commits in {@code live}, by table; nobody looks whether they are there. */
  Map<TableName, List<Path>> files(LiveCommits live) {
    Map<TableName, List<Path>> files = new EnumMap<>(TableName.class);
    for (TableName table : TableName.values()) {
      files.put(
          table,
          live.ranges().stream()
              .filter(range -> holds(table, range))
              .map(range -> file(table, range))
              .toList());
    }
    return files;
  }

  /**
   * Whether the commit {@code range} has a file in {@code table}, or should have: a commit of an
   * older version has none in any of the tables that came {@link TableName#later}.
   */
  boolean holds(TableName table, CommitRange range) {
    return !TableName.later().contains(table)
        || TableName.later().stream().anyMatch(later -> Files.exists(file(later, range)));
  }

  /**
   * Whether all {@code files} are there. A commit is deleted from {@code trials} first, the first
   * one looked at: while it is there, {@link #files} has not taken a deleted commit for an old one.
   */
  static boolean areThere(Map<TableName, List<Path>> files) {
    return files.values().stream().flatMap(List::stream).allMatch(Files::isRegularFile);
  }

  /** The ranges that have a file in {@code table}; none when the folder does not exist. */
  Set<CommitRange> listed(TableName table) throws IOException {
    try (Stream<Path> files = Files.list(folder(table))) {
      return files
          .map(file -> CommitRange.parse(file.getFileName().toString()))
          .flatMap(Optional::stream)
          .collect(Collectors.toSet());
    } catch (NoSuchFileException e) {
      return Set.of();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
