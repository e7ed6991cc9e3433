package prunesweep.driver.tables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The commits whose rows count: each one that is not within a larger one.
 *
 * @param ranges in order; of a whole folder they follow each other without a gap, from commit 1
 */
record LiveCommits(List<CommitRange> ranges) {

  private static final Comparator<CommitRange> LARGER_FIRST =
      Comparator.comparingLong(CommitRange::from)
          .thenComparing(Comparator.comparingLong(CommitRange::to).reversed());

  LiveCommits {
    ranges = List.copyOf(ranges);
  }

  /** The live commits when exactly {@code committed} have a file in {@code trials}. */
  static LiveCommits of(Collection<CommitRange> committed) {
    List<CommitRange> live = new ArrayList<>();
    long last = 0;
    for (CommitRange range : committed.stream().sorted(LARGER_FIRST).toList()) {
      if (range.to() > last) {
        live.add(range);
        last = range.to();
      }
    }
    return new LiveCommits(live);
  }

  /** The number of the last commit; 0 when there is none. */
  long last() {
    return ranges.isEmpty() ? 0 : ranges.get(ranges.size() - 1).to();
  }

  /** Says if no commit is missing; a listing made while files come and go can miss some. */
  boolean isWhole() {
    long next = 1;
    for (CommitRange range : ranges) {
      if (range.from() != next) {
        return false;
      }
      next = range.to() + 1;
    }
    return true;
  }

  /** The live commits when {@code range} is committed as well. */
  LiveCommits plus(CommitRange range) {
    List<CommitRange> committed = new ArrayList<>(ranges);
    committed.add(range);
    return of(committed);
  }

  /** The commit that follows. */
  CommitRange next() {
    return new CommitRange(last() + 1, last() + 1);
  }

  /** One commit in place of all and one more: a rewrite that leaves out or replaces rows. */
  CommitRange allAndNext() {
    return new CommitRange(1, last() + 1);
  }
}
