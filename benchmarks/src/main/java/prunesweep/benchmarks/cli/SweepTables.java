package prunesweep.benchmarks.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.io.file.PathUtils;
import prunesweep.driver.sql.QueryAnswer;
import prunesweep.driver.sql.ResultQuery;
import prunesweep.driver.tables.ResultFiles;
import prunesweep.driver.tables.Table;
import prunesweep.driver.tables.Tables;
import prunesweep.driver.tables.TablesException;
import prunesweep.trainer.key.Places;

/** Tables of results, read to be compared. */
public final class SweepTables {

  /** A column of the tables that are of sweeps, when they ran and where. */
  private static final String OF_SWEEPS = "sweep_id";

  /** What a trial's spec does not decide: time, memory, machine, code and what was shared. */
  private static final Set<String> OF_CHANCE =
      Set.of(
          "seconds",
          "selection_seconds",
          "selection_bytes",
          "epochs_shared",
          "blas_kernel",
          "vector_bits",
          "processor",
          "git_commit",
          "git_dirty");

  private SweepTables() {}

  /** The trials that are done and how long each took; none where there are no tables yet. */
  public static Map<String, String> finished(String results) {
    Map<String, String> finished = new HashMap<>();
    try {
      all(
              Places.of(results),
              "SELECT trial_id, seconds FROM trials WHERE status = 'done'",
              QueryAnswer::cells)
          .forEach(row -> finished.put(String.valueOf(row.get(0)), String.valueOf(row.get(1))));
    } catch (TablesException none) {
      return Map.of();
    }
    return finished;
  }

  /**
   * The names of the tables that are not the same in both folders, but for what is chance.
   *
   * @param one a path or a URI
   * @param other a path or a URI
   */
  public static List<String> different(String one, String other) {
    return different(Places.of(one), Places.of(other));
  }

  private static List<String> different(Path one, Path other) {
    return Tables.current().all().stream()
        .map(Table::name)
        .filter(table -> !rows(one, table).equals(rows(other, table)))
        .toList();
  }

  private static List<List<String>> rows(Path results, String table) {
    return query(results, "SELECT * FROM " + table).stream()
        .sorted(Comparator.comparing(List::toString))
        .toList();
  }

  private static List<List<String>> query(Path results, String query) {
    return all(results, query, SweepTables::decided);
  }

  private static <T> T all(Path results, String query, Function<QueryAnswer, T> reader) {
    if (results.getFileSystem().equals(FileSystems.getDefault())) {
      return ResultQuery.byDuckDb(results).run(query, reader);
    }
    try {
      Path copy = Files.createTempDirectory("faults-");
      try {
        ResultFiles.read(results, Tables.current(), files -> copied(files, copy));
        return ResultQuery.byDuckDb(copy).run(query, reader);
      } finally {
        PathUtils.delete(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts the files where DuckDB can read them. */
  private static Path copied(Map<Table<?>, List<Path>> files, Path folder) throws IOException {
    Path tables = Files.createDirectories(folder.resolve("tables"));
    for (Map.Entry<Table<?>, List<Path>> table : files.entrySet()) {
      Path to = Files.createDirectories(tables.resolve(table.getKey().name()));
      PathUtils.cleanDirectory(to);
      for (Path file : table.getValue()) {
        try (InputStream stream = Files.newInputStream(file)) {
          Files.copy(stream, to.resolve(String.valueOf(file.getFileName())));
        }
      }
    }
    return folder;
  }

  private static List<List<String>> decided(QueryAnswer answer) {
    if (answer.columns().contains(OF_SWEEPS)) {
      return List.of();
    }
    int[] kept =
        IntStream.range(0, answer.columns().size())
            .filter(column -> !OF_CHANCE.contains(answer.columns().get(column)))
            .toArray();
    return answer.cells().stream()
        .map(cells -> IntStream.of(kept).mapToObj(at -> String.valueOf(cells.get(at))).toList())
        .toList();
  }
}
