package prunesweep.driver.tables;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.parquet.example.data.Group;

/**
 * The files of a results folder that are to be read; needs no lock, and a writer may be at work.
 */
public final class ResultFiles {

  /** Ample: a listing is useless only when a commit or merge falls within its microseconds. */
  private static final int ATTEMPTS = 1_000;

  private static final int READINGS = 10;

  private ResultFiles() {}

  /** Reads some files. */
  public interface Reading<T, E extends Exception> {

    /** Reads the files; may be called several times. */
    T of(Map<Table<?>, List<Path>> files) throws E;
  }

  /**
   * Lets {@code reading} read the live files, again with newer ones when a merge deletes files
   * under its hands. In order of commit, the files of a table together hold each committed row
   * once; those of an older version may lack columns.
   *
   * @throws TablesException when {@code out} holds no tables, cannot be read or was written by a
   *     newer version
   */
  public static <T, E extends Exception> T read(Path out, Tables tables, Reading<T, E> reading)
      throws E {
    Map<Table<?>, List<Path>> files = live(out, tables);
    for (int left = READINGS - 1; left > 0; left--) {
      try {
        return known(out, files, reading);
      } catch (Exception e) {
        if (CommittedFiles.areThere(files)) {
          throw e;
        }
        files = live(out, tables);
      }
    }
    return known(out, files, reading);
  }

  /**
   * Makes something of rows of {@code table}, in order of commit.
   *
   * @param columns those of {@code table} that are read
   * @param maker makes nothing of a row that is not asked for
   * @throws TablesException as {@link #read} does
   */
  static <T> List<T> rows(
      Path out, Table<?> table, Table<?> columns, Function<Group, Optional<T>> maker) {
    try {
      return read(
          out,
          Tables.PUBLISHED,
          files -> {
            List<T> made = new ArrayList<>();
            for (Path file : files.getOrDefault(table, List.of())) {
              TableFile.read(file, columns, row -> maker.apply(row).ifPresent(made::add));
            }
            return made;
          });
    } catch (IOException e) {
      throw TablesException.reading(out, e);
    }
  }

  private static <T, E extends Exception> T known(
      Path out, Map<Table<?>, List<Path>> files, Reading<T, E> reading) throws E {
    try {
      FileColumns.requireReadable(files);
    } catch (IOException e) {
      throw TablesException.reading(out, e);
    }
    return reading.of(files);
  }

  /**
   * Finds out at once what {@link #read} would.
   *
   * @throws TablesException as {@link #read} does
   */
  public static void requireReadable(Path out) {
    read(out, Tables.current(), files -> files);
  }

  private static Map<Table<?>, List<Path>> live(Path out, Tables tables) {
    try {
      Map<Table<?>, List<Path>> files = consistent(new CommittedFiles(new Layout(out), tables));
      if (files.values().stream().allMatch(List::isEmpty)) {
        throw TablesException.nothingIn(out);
      }
      return files;
    } catch (IOException e) {
      throw TablesException.reading(out, e);
    }
  }

  /**
   * A listing may miss a merged file made behind its back and yet no longer find what was merged.
   * So two listings must agree, no commit may lack, and all files must be there.
   */
  private static Map<Table<?>, List<Path>> consistent(CommittedFiles files) throws IOException {
    Table<?> trials = files.tables().trials();
    Set<String> before = files.layout().names(trials);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Set<String> now = files.layout().names(trials);
      Optional<Map<Table<?>, List<Path>>> all =
          now.equals(before) ? whole(files, now) : Optional.empty();
      if (all.isPresent()) {
        return all.get();
      }
      before = now;
    }
    throw new IOException("a file of a commit is missing");
  }

  /** The files of the commits that have these files in {@code trials}, or none if some lack. */
  private static Optional<Map<Table<?>, List<Path>>> whole(CommittedFiles files, Set<String> names)
      throws IOException {
    try {
      LiveCommits live = LiveCommits.of(files.committed(names));
      return live.isWhole() ? all(files, live) : Optional.empty();
    } catch (FileNotFoundException | NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** The files of {@code live}, or none when one is not there or no longer. */
  private static Optional<Map<Table<?>, List<Path>>> all(CommittedFiles files, LiveCommits live)
      throws IOException {
    try {
      return Optional.of(files.of(live)).filter(CommittedFiles::areThere);
    } catch (IOException e) {
      if (files.areInTrials(live)) {
        throw e;
      }
      return Optional.empty();
    }
  }
}
