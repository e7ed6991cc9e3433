package prunesweep.benchmarks.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

  @Test
  void readsOneFigureAPart() {
    assertThat(Answer.parse("seconds 0.25")).isEqualTo(new Answer.Took(List.of(0.25)));
    assertThat(Answer.parse("seconds 6.5E-4 2 0.1"))
        .isEqualTo(new Answer.Took(List.of(6.5e-4, 2.0, 0.1)));
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
    assertThat(Answer.parse(line)).isEqualTo(new Answer.Remark(line));
  }

  @Test
  void readsFactsWithTheirSpaces() {
    assertThat(Answer.parse("fact blas OpenBLAS 0.3.21"))
        .isEqualTo(new Answer.Fact("blas", "OpenBLAS 0.3.21"));
    assertThat(Answer.parse("fact blas")).isEqualTo(new Answer.Remark("fact blas"));
  }

  @Test
  void takesTheKernelFromOpenBlasItself() {
    assertThat(Answer.parse("Core: SkylakeX")).isEqualTo(new Answer.Fact("kernel", "SkylakeX"));
    assertThat(Answer.parse("Core not found: Zen9"))
        .isEqualTo(new Answer.Remark("Core not found: Zen9"));
  }

  @Test
  void readsReadinessAndSurrender() {
    assertThat(Answer.parse("ready")).isEqualTo(new Answer.Ready());
    assertThat(Answer.parse("error no images")).isEqualTo(new Answer.GaveUp("no images"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "WARNING: Using incubator modules: jdk.incubator.vector"})
  void passesOverWhatLibrariesPrint(String line) {
    assertThat(Answer.parse(line)).isEqualTo(new Answer.Remark(line));
  }
}
