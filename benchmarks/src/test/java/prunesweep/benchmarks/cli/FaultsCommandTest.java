package prunesweep.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.driver.cli.ExitCode;

class FaultsCommandTest {

  private static final String SHORT =
      """
      sweep { name = short, seeds = [0] }
      dataset.name = fashion-mnist-sample
      network.hidden = [64, 32]
      training { max-epochs = 400, learning-rate = 0.02, early-stopping = off, target-accuracy = 0.9999 }
      grid = [{ method = dense }, { method = one-shot, target = [0.3, 0.5, 0.7] }]
      """;

  @TempDir Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int execute(String... arguments) {
    return Bench.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  @Test
  @Tag("cluster")
  void endsASweepUnderFaultsWithTheTablesOfAnUndisturbedOne() throws IOException {
    Path config = Files.writeString(directory.resolve("short.conf"), SHORT);
    int code =
        execute("faults", "--faults=4", "--conf=" + config, "--out=" + directory.resolve("faults"));
    assertThat(code).as("%s%s", out, err).isEqualTo(ExitCode.DONE);
    assertThat(err.toString()).startsWith("seed ").contains("fault 4: ");
    assertThat(out.toString())
        .contains(
            "round-1: all tables are those of the undisturbed run",
            "4 faults in ",
            "; no finished trial was trained again");
  }

  @Test
  void bringsASweepOfItsOwn() {
    assertThat(FaultsCommand.class.getResource("faults.conf")).isNotNull();
  }

  @Test
  void refusesWhatItCannotDoInOneSentence() {
    assertThat(execute("faults", "--faults=0")).isEqualTo(ExitCode.PROBLEM);
    assertThat(execute("faults", "--out=" + directory)).isEqualTo(ExitCode.PROBLEM);
    assertThat(err.toString().lines())
        .containsExactly(
            "Cannot run faults: --faults must be from 1 to 10000, got 0 (see 'sweep faults"
                + " --help')",
            "Cannot run faults: --out must be a folder that is not there yet, got %s (see 'sweep faults --help')"
                .formatted(directory));
  }
}
