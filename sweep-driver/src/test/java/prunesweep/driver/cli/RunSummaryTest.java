package prunesweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.driver.run.SmallSweep;

/** The table that a user sees at the end of a run. */
class RunSummaryTest {

  @TempDir Path directory;

  private List<String> lines(String config) {
    Path written = SmallSweep.write(directory, SmallSweep.TEN_TRIALS + config);
    Said said =
        Said.by(
            "run",
            written.toString(),
            "--out",
            directory.resolve("results").toString(),
            "--master",
            "local[2]");
    assertThat(said.code()).as(said.err()).isZero();
    return said.out().lines().toList();
  }

  @Test
  void hasARowACombinationAndFitsATerminal() {
    List<String> lines = lines("training.max-epochs = 1\n");

    assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    assertThat(lines.get(1)).contains("| seeds | target | reached | sparsity | validation | test");
    assertThat(lines.stream().filter(line -> line.matches("\\| [* ] \\| 2 +\\|.*"))).hasSize(5);
    assertThat(lines.stream().filter(line -> line.startsWith("| * |"))).hasSize(1);
    assertThat(lines).contains("* highest mean validation accuracy on its data");
  }

  @Test
  void namesTheTrialsWhereThereIsOneSeed() {
    List<String> lines =
        lines(
            """
            training.max-epochs = 1
            sweep.seeds = [0]
            grid = [{ method = dense, network.hidden = [[8], [9]], training.batch-size = [16, 32]
                      training.learning-rate = [0.01, 0.02], network.bias = [true, false] }]
            """);

    assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    assertThat(lines.get(1)).contains("| trial    |");
    assertThat(lines.stream().filter(line -> line.matches("\\| [* ] \\| [0-9a-f]{8} \\|.*")))
        .hasSize(16);
  }
}
