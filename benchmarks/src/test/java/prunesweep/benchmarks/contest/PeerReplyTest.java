package prunesweep.benchmarks.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerReplyTest {

  @Test
  void readsOneFigureAPart() {
    assertThat(PeerReply.parse("seconds 0.25")).isEqualTo(new PeerReply.Took(List.of(0.25)));
    assertThat(PeerReply.parse("seconds 6.5E-4 2 0.1"))
        .isEqualTo(new PeerReply.Took(List.of(6.5e-4, 2.0, 0.1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seconds",
        "seconds x",
        "seconds 1 x",
        "seconds -1",
        "seconds 0",
        "seconds NaN",
        "seconds Infinity"
      })
  void takesNoFigureThatIsNoTime(String line) {
    assertThat(PeerReply.parse(line)).isEqualTo(new PeerReply.Remark(line));
  }

  @Test
  void readsFactsWithTheirSpaces() {
    assertThat(PeerReply.parse("fact blas OpenBLAS 0.3.21"))
        .isEqualTo(new PeerReply.Fact("blas", "OpenBLAS 0.3.21"));
    assertThat(PeerReply.parse("fact blas")).isEqualTo(new PeerReply.Remark("fact blas"));
  }

  @Test
  void takesTheKernelFromOpenBlasItself() {
    assertThat(PeerReply.parse("Core: SkylakeX"))
        .isEqualTo(new PeerReply.Fact("kernel", "SkylakeX"));
    assertThat(PeerReply.parse("Core not found: Zen9"))
        .isEqualTo(new PeerReply.Remark("Core not found: Zen9"));
  }

  @Test
  void readsReadinessAndSurrender() {
    assertThat(PeerReply.parse("ready")).isEqualTo(new PeerReply.Ready());
    assertThat(PeerReply.parse("error no images")).isEqualTo(new PeerReply.GaveUp("no images"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "WARNING: Using incubator modules: jdk.incubator.vector"})
  void passesOverWhatLibrariesPrint(String line) {
    assertThat(PeerReply.parse(line)).isEqualTo(new PeerReply.Remark(line));
  }
}
