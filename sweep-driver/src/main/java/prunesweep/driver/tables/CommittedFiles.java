package prunesweep.driver.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The files of commits: one in each table of their generation (decision 0002). Remembers the
 * generation of each, as a committed name never stands for other rows.
 */
final class CommittedFiles {

  private final Layout layout;
  private final Tables tables;
  private final Map<CommitRange, Integer> generations = new HashMap<>();
  private final Map<String, CommitRange> claims = new HashMap<>();

  CommittedFiles(Layout layout, Tables tables) {
    this.layout = layout;
    this.tables = tables;
  }

  Layout layout() {
    return layout;
  }

  Tables tables() {
    return tables;
  }

  /** The file that the commit {@code range} has in {@code table}, or would have. */
  Path file(Table<?> table, CommitRange range) {
    boolean isClaim = range.term() > 0 && table.name().equals(tables.trials().name());
    return layout.folder(table).resolve(isClaim ? range.claimName() : range.fileName());
  }

  /** Every commit that has its file in {@code trials}, live or not. */
  Set<CommitRange> committed() throws IOException {
    return committed(layout.names(tables.trials()));
  }

  /** The commits whose files in {@code trials} have these names. */
  Set<CommitRange> committed(Set<String> names) throws IOException {
    Set<CommitRange> committed = new HashSet<>();
    for (String name : names) {
      CommitRange.parse(name).ifPresent(committed::add);
      if (CommitRange.isClaim(name)) {
        committed.add(claimed(name));
      }
    }
    return committed;
  }

  private CommitRange claimed(String name) throws IOException {
    CommitRange known = claims.get(name);
    if (known == null) {
      known = CommitWords.of(layout.folder(tables.trials()).resolve(name)).range();
      claims.put(name, known);
    }
    return known;
  }

  /**
   * The files that the commits in {@code live} have or should have, by table, {@code trials} first;
   * nobody looks whether they are there.
   *
   * @throws NewerFileException if a commit is of a generation that came after {@link #tables}
   * @throws IOException if the file of a commit in {@code trials} cannot be read
   */
  Map<Table<?>, List<Path>> of(LiveCommits live) throws IOException {
    Map<Table<?>, List<Path>> files = new LinkedHashMap<>();
    files.put(tables.trials(), of(live, tables.trials()));
    for (Table<?> table : tables.besidesTrials()) {
      files.put(table, of(live, table));
    }
    return files;
  }

  private List<Path> of(LiveCommits live, Table<?> table) throws IOException {
    List<Path> files = new ArrayList<>();
    for (CommitRange range : live.ranges()) {
      if (holds(table, range)) {
        files.add(file(table, range));
      }
    }
    return files;
  }

  /** Says if the commit {@code range} has a file in {@code table}, or should have. */
  boolean holds(Table<?> table, CommitRange range) throws IOException {
    return table.generation() <= generation(range);
  }

  private int generation(CommitRange range) throws IOException {
    Integer known = generations.get(range);
    if (known != null) {
      return known;
    }
    Path file = file(tables.trials(), range);
    OptionalInt declared = TableFile.generation(file);
    int generation = declared.isPresent() ? declared.getAsInt() : undeclared(range);
    if (generation > tables.generation()) {
      throw NewerFileException.ofGeneration(file, generation, tables.generation());
    }
    generations.put(range, generation);
    return generation;
  }

  /** The newest of the undeclared generations in whose tables the commit has a file. */
  private int undeclared(CommitRange range) {
    return tables.all().stream()
        .filter(table -> table.generation() <= Generation.LAST_UNDECLARED)
        .filter(table -> Files.exists(file(table, range)))
        .mapToInt(Table::generation)
        .max()
        .orElse(Generation.FIRST);
  }

  /** Says if every commit in {@code live} has its file in {@code trials}. */
  boolean areInTrials(LiveCommits live) {
    return live.ranges().stream()
        .map(range -> file(tables.trials(), range))
        .allMatch(Files::isRegularFile);
  }

  /**
   * Says if all {@code files} are there. A commit is deleted from {@code trials} first, the first
   * one looked at: while it is there, {@link #of} has not taken a deleted commit for an old one.
   */
  static boolean areThere(Map<Table<?>, List<Path>> files) {
    return files.values().stream().flatMap(List::stream).allMatch(Files::isRegularFile);
  }
}
