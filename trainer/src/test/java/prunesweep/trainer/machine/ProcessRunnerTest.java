package prunesweep.trainer.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRunnerTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path directory;
  private final ProcessRunner runner = new ProcessRunner();

  @Test
  void tellsExitCodeAndBothOutputs() throws Exception {
    CommandRunner.Result result =
        runner.run(List.of("sh", "-c", "echo out; echo err >&2; exit 3"), directory, LONG);
    assertThat(result).isEqualTo(new CommandRunner.Result(3, "out\nerr\n"));
  }

  @Test
  void runsInTheDirectoryWithoutInput() throws Exception {
    assertThat(runner.run(List.of("sh", "-c", "cat; pwd -P"), directory, LONG).output())
        .isEqualTo(directory.toRealPath() + "\n");
  }

  @Test
  void endsWhatTakesTooLong() {
    Duration brief = Duration.ofSeconds(1);
    assertThatThrownBy(() -> runner.run(List.of("sleep", "60"), directory, brief))
        .isInstanceOf(IOException.class)
        .hasMessage("sleep did not end within 1 s");
  }

  @Test
  void knowsWhichProgramsThereAre() {
    assertThat(runner.has("sh")).isTrue();
    assertThat(runner.has("no-such-program-at-all")).isFalse();
  }
}
