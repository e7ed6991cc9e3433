package prunesweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.driver.tables.ResultRows;

/** The field's scores, in executor processes of their own. */
@Tag("cluster")
class FieldScoresTest {

  private static final String SWEEP =
      """
      dataset.name = fashion-mnist-sample
      network { hidden = [30, 20], init = he-normal }
      training { max-epochs = 1, label-smoothing = 0.1 }
      grid = [{
        method = before-training, target = 0.9, prune-output = on
        score = [snip, grasp, synflow, taylor, fisher, wanda, lamp]
      }]
      """;

  @TempDir Path directory;

  @Test
  void giveTheRowsOfOneThreadOnTwoExecutors() throws IOException {
    Path config = Files.writeString(directory.resolve("scores.conf"), SWEEP);
    Path cluster = directory.resolve("cluster");
    Path local = directory.resolve("local");
    run(
        config,
        cluster,
        "local-cluster[2,1,1024]",
        "--set",
        "spark.executor.memory=900m",
        "--set",
        "spark.executorEnv.SPARK_TESTING=1");
    run(config, local, "local[1]");

    assertThat(ResultRows.of(cluster, "trials")).hasSize(7);
    assertThat(ResultRows.of(cluster, "confusions")).hasSizeGreaterThan(7 * 10);
    assertThat(ResultRows.repeatable(cluster)).isEqualTo(ResultRows.repeatable(local));
  }

  private static void run(Path config, Path out, String master, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("run", config.toString(), "--out", out.toString(), "--master", master));
    arguments.addAll(Arrays.asList(more));
    Said said = Said.by(arguments.toArray(String[]::new));
    assertThat(said.err()).doesNotContain("failed:");
    assertThat(said.code()).isEqualTo(ExitCode.DONE);
  }
}
