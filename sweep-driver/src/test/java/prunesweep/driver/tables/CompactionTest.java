package prunesweep.driver.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompactionTest {

  private static final int COMMITS = 20_000;
  private static final int CLASSES = 4;

  private final Compaction compaction = Compaction.STANDARD;
  private LiveCommits live = LiveCommits.of(List.of());
  private long rewritten;
  private int mostFiles;

  /** As the ledger does it, one row a commit. */
  private void commit() {
    live = live.plus(live.next());
    for (var due = compaction.due(live); !due.isEmpty(); due = compaction.due(live)) {
      CommitRange merged = Compaction.over(due);
      live = live.plus(merged);
      rewritten += merged.length();
    }
    mostFiles = Math.max(mostFiles, live.ranges().size());
  }

  @Test
  void rewritesARowAtMostOnceAClass() {
    for (int number = 0; number < COMMITS; number++) {
      commit();
    }
    assertThat(rewritten).isBetween(1L, (long) (CLASSES - 1) * COMMITS);
    assertThat(mostFiles).isBetween(compaction.fanIn() - 1, (compaction.fanIn() - 1) * CLASSES);
    assertThat(live).matches(LiveCommits::isWhole);
  }

  @Test
  void waitsForSixteen() {
    for (int number = 0; number < 15; number++) {
      commit();
    }
    assertThat(rewritten).isZero();
    commit();
    assertThat(live.ranges()).containsExactly(new CommitRange(1, 16));
  }

  @Test
  void leavesALargeOldCommitAlone() {
    live = LiveCommits.of(List.of(new CommitRange(1, 5_000)));
    for (int number = 0; number < 16; number++) {
      commit();
    }
    assertThat(live.ranges())
        .containsExactly(new CommitRange(1, 5_000), new CommitRange(5_001, 5_016));
    assertThat(rewritten).isEqualTo(16);
  }

  @Test
  void mergesAlsoWhatACrashLeftUnmerged() {
    for (long number = 1; number <= 17; number++) {
      live = live.plus(new CommitRange(number, number));
    }
    commit();
    assertThat(live.ranges()).containsExactly(new CommitRange(1, 18));
  }
}
