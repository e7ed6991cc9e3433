package prunesweep.driver.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitRangeTest {

  @Test
  void readsItsOwnName() {
    CommitRange range = new CommitRange(7, 123_456_789);
    assertThat(range.fileName()).isEqualTo("commit-00000007-123456789.parquet");
    assertThat(CommitRange.parse(range.fileName())).contains(range);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "commit-1-2.parquet",
        ".commit-00000001-00000002.parquet.crc",
        "commit-00000001-00000002.parquet.tmp",
        "part-00000001-00000002.parquet",
        "_SUCCESS"
      })
  void passesOverOtherNames(String name) {
    assertThat(CommitRange.parse(name)).isEmpty();
  }

  @Test
  void refusesNoCommits() {
    assertThatThrownBy(() -> new CommitRange(3, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CommitRange(0, 2)).isInstanceOf(IllegalArgumentException.class);
  }
}
