package prunesweep.driver.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Warnings of keys that are written and change no trial. */
class IdleKeysTest {

  private static final Path READY = Path.of(System.getProperty("prunesweep.home"), "conf");

  @TempDir private Path directory;

  @Test
  void aKeyThatEveryBlockSaysItselfIsIdleAndTheBlocksAreNamed() {
    String text =
        """
        grid = [
          { method = dense, training.max-epochs = 3 }
          { method = activation, training.max-epochs = [4, 5] }
        ]
        """;

    assertThat(warnings(text, "training.max-epochs=7"))
        .containsExactly(
            "training.max-epochs = 7 changes no trial: training.max-epochs of grid[0], grid[1]"
                + " wins");
    assertThat(warnings("activation.target = 0.7\n" + text.replace("[4, 5]", "4, target = 0.5")))
        .containsExactly("activation.target = 0.7 changes no trial: target of grid[1] wins");
  }

  @Test
  void aKeyThatOneBlockTakesIsNotIdle() {
    assertThat(
            warnings(
                "grid = [{ method = dense, training.max-epochs = 3 }, { method = activation }]",
                "training.max-epochs=7"))
        .isEmpty();
  }

  @Test
  void aKeyOfAMethodThatTheGridDoesNotHaveIsIdle() {
    assertThat(warnings("activation.cycles = 9"))
        .containsExactly("activation.cycles = 9 changes no trial: nothing in the grid takes it");
    assertThat(warnings("gradual.score = snip\ngrid = [{ method = magnitude }]"))
        .containsExactly("gradual.score = \"snip\" changes no trial: nothing in the grid takes it");
    assertThat(warnings("retraining = free"))
        .containsExactly("retraining = \"free\" changes no trial: nothing in the grid takes it");
  }

  @Test
  void aKeyThatDoesNotApplyIsIdle() {
    assertThat(warnings("activation.decay = 0.5\ngrid = [{ method = activation, scope = local }]"))
        .containsExactly("activation.decay = 0.5 changes no trial: nothing in the grid takes it");
    assertThat(
            warnings(
                "activation.decay = 0.5\n"
                    + "grid = [{ method = activation, scope = [local, global] }]"))
        .isEmpty();
  }

  static Stream<Path> ready() throws IOException {
    try (Stream<Path> files = Files.list(READY)) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("ready")
  void noReadySweepHasIdleKeys(Path file) {
    List<String> warnings = new ArrayList<>();
    ConfigLoader.load(file, List.of(), warnings::add);

    assertThat(warnings).isEmpty();
  }

  private List<String> warnings(String text, String... overrides) {
    List<String> warnings = new ArrayList<>();
    ConfigLoader.load(Conf.write(directory, "x.conf", text), List.of(overrides), warnings::add);
    return warnings;
  }
}
