package prunesweep.driver.tables;

import java.util.List;

/**
 * Says which commits merge so that files stay few and each row is rewritten seldom: so many commits
 * of one size class become one of a higher class, as in a log-structured merge tree (O'Neil et al.
 * 1996). A row is rewritten at most once a class, so n commits cost O(n log n).
 *
 * @param fanIn how many commits of a class merge, at least 2; a commit over n others is of class
 *     log(n) to this base, rounded down
 */
record Compaction(int fanIn) {

  /** Few files and few rewrites: 10,000 commits leave 60 files a table at most. */
  static final Compaction STANDARD = new Compaction(16);

  /** The newest commits of one size class when they are enough to merge, else nothing. */
  List<CommitRange> due(LiveCommits live) {
    List<CommitRange> newest = newestOfOneClass(live.ranges());
    return newest.size() >= fanIn ? newest : List.of();
  }

  /** One range over {@code sources}, which follow each other. */
  static CommitRange over(List<CommitRange> sources) {
    return new CommitRange(sources.get(0).from(), sources.get(sources.size() - 1).to());
  }

  private List<CommitRange> newestOfOneClass(List<CommitRange> ranges) {
    int first = ranges.size();
    while (first > 0 && classOf(ranges.get(first - 1)) == classOf(ranges.get(ranges.size() - 1))) {
      first--;
    }
    return ranges.subList(first, ranges.size());
  }

  private int classOf(CommitRange range) {
    int sizeClass = 0;
    for (long rest = range.length() / fanIn; rest > 0; rest /= fanIn) {
      sizeClass++;
    }
    return sizeClass;
  }
}
