package prunesweep.driver.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which files of a results folder to read; needs no lock, and a writer may be at work. */
public final class ResultFiles {

  /** Ample: a listing is useless only when a commit or merge falls within its microseconds. */
  private static final int ATTEMPTS = 1_000;

  private static final int READINGS = 10;

  private ResultFiles() {}

  /** Reads some files. */
  public interface Reading<T, E extends Exception> {

    /** What the files say; may run several times. */
    T of(Map<TableName, List<Path>> files) throws E;
  }

  /**
   * What {@code reading} makes of the live files, started again with newer ones when a merge
   * deletes files under its hands. In order of commit, the files of a table together hold each
   * committed row once; those of an older version may lack columns.
   *
   * @throws TablesException when {@code out} holds no tables, cannot be read or was written by a
   *     newer version
   */
  public static <T, E extends Exception> T read(Path out, Reading<T, E> reading) throws E {
    Map<TableName, List<Path>> files = live(out);
    for (int left = READINGS - 1; left > 0; left--) {
      try {
        return known(out, files, reading);
      } catch (Exception e) {
        if (allExist(files)) {
          throw e;
        }
        files = live(out);
      }
    }
    return known(out, files, reading);
  }

  private static <T, E extends Exception> T known(
      Path out, Map<TableName, List<Path>> files, Reading<T, E> reading) throws E {
    try {
      FileColumns.requireKnown(files);
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
    read(out, files -> files);
  }

  private static Map<TableName, List<Path>> live(Path out) {
    Layout layout = new Layout(out);
    try {
      Map<TableName, List<Path>> files = consistent(layout);
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
  private static Map<TableName, List<Path>> consistent(Layout layout) throws IOException {
    Set<CommitRange> before = layout.listed(TableName.TRIALS);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Set<CommitRange> now = layout.listed(TableName.TRIALS);
      LiveCommits live = LiveCommits.of(now);
      Map<TableName, List<Path>> files = layout.files(live);
      if (now.equals(before) && live.isWhole() && Layout.areThere(files)) {
        return files;
      }
      before = now;
    }
    throw new IOException("a file of a commit is missing");
  }

  private static boolean allExist(Map<TableName, List<Path>> files) {
    return files.values().stream().flatMap(Collection::stream).allMatch(Files::isRegularFile);
  }
}
