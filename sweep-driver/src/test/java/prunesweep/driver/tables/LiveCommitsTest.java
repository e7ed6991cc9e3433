package prunesweep.driver.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LiveCommitsTest {

  @Test
  void aCommitWithinALargerOneIsDead() {
    List<CommitRange> committed = new ArrayList<>(List.of(one(1), one(2), one(3), range(1, 2)));
    Collections.shuffle(committed, new Random(1));
    assertThat(LiveCommits.of(committed).ranges()).containsExactly(range(1, 2), one(3));
  }

  @Test
  void aRewriteOfAllAndOneMoreKillsAll() {
    LiveCommits live = LiveCommits.of(List.of(range(1, 16), one(17)));
    assertThat(live.plus(live.allAndNext()).ranges()).containsExactly(range(1, 18));
  }

  @Test
  void isWholeWithoutGaps() {
    assertThat(LiveCommits.of(List.of())).matches(LiveCommits::isWhole);
    assertThat(LiveCommits.of(List.of(range(1, 4), one(5)))).matches(LiveCommits::isWhole);
    assertThat(LiveCommits.of(List.of(range(1, 4), one(6))).isWhole()).isFalse();
    assertThat(LiveCommits.of(List.of(one(2))).isWhole()).isFalse();
  }

  @Test
  void countsOn() {
    assertThat(LiveCommits.of(List.of()).next()).isEqualTo(one(1));
    assertThat(LiveCommits.of(List.of(range(1, 4), one(5))).next()).isEqualTo(one(6));
  }

  private static CommitRange one(long number) {
    return range(number, number);
  }

  private static CommitRange range(long from, long to) {
    return new CommitRange(from, to);
  }
}
