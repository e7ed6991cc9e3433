package prunesweep.driver.tables;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commits that a file of each table holds: one, or all from the first to the last of a merge.
 *
 * @param from the first, from 1
 * @param to the last, at least {@code from}
 */
record CommitRange(long from, long to) {

  private static final Pattern NAME = Pattern.compile("commit-(\\d{8,18})-(\\d{8,18})\\.parquet");

  CommitRange {
    if (from < 1 || to < from) {
      throw new IllegalArgumentException("No commits run from %d to %d".formatted(from, to));
    }
  }

  /** The range in a file's name, or empty when it is none of ours. */
  static Optional<CommitRange> parse(String fileName) {
    Matcher parts = NAME.matcher(fileName);
    return parts.matches()
        ? Optional.of(
            new CommitRange(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))))
        : Optional.empty();
  }

  /** The name of its file in every table. */
  String fileName() {
    return "commit-%08d-%08d.parquet".formatted(from, to);
  }

  /** The number of commits it holds. */
  long length() {
    return to - from + 1;
  }
}
