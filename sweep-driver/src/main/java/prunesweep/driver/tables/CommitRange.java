package prunesweep.driver.tables;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commits that a file of each table holds: one, or all from the first to the last of a merge.
 *
 * @param from the first, from 1
 * @param to the last, at least {@code from}
 * @param term of the writer; 0 where none has one ({@link Tenure#term})
 */
record CommitRange(long from, long to, long term) {

  private static final String NUMBER = "(\\d{8,18})";
  private static final Pattern NAME =
      Pattern.compile("commit-%1$s-%1$s(?:-%1$s)?\\.parquet".formatted(NUMBER));
  private static final Pattern CLAIM = Pattern.compile("commit-%s\\.parquet".formatted(NUMBER));

  /** Of a writer that has no term. */
  CommitRange(long from, long to) {
    this(from, to, 0);
  }

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
            new CommitRange(
                Long.parseLong(parts.group(1)),
                Long.parseLong(parts.group(2)),
                parts.group(3) == null ? 0 : Long.parseLong(parts.group(3))))
        : Optional.empty();
  }

  /** Says if a file's name is a {@link #claimName}. */
  static boolean isClaim(String fileName) {
    return CLAIM.matcher(fileName).matches();
  }

  /** These commits as written in the term {@code writer}. */
  CommitRange in(long writer) {
    return new CommitRange(from, to, writer);
  }

  /** The name of its file in every table; with a term, in every one but {@code trials}. */
  String fileName() {
    return term == 0
        ? "commit-%08d-%08d.parquet".formatted(from, to)
        : "commit-%08d-%08d-%08d.parquet".formatted(from, to, term);
  }

  /**
   * The name of its file in {@code trials} with a term: of all that could be committed as the last
   * number, one has it, and what is more stands in the file.
   */
  String claimName() {
    return "commit-%08d.parquet".formatted(to);
  }

  /** The number of commits it holds. */
  long length() {
    return to - from + 1;
  }
}
