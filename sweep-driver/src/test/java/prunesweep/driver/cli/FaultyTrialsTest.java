package prunesweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.driver.run.TestJar;
import prunesweep.driver.tables.ResultRows;

/** Whatever a trial does to its executor, it is a failed row, and the other trials are run. */
@Tag("cluster")
class FaultyTrialsTest {

  private static final String SCORER =
      """
      package mine;

      public final class %s implements prunesweep.scorer.LayerScorer {
        @Override
        public String name() {
          return "%s";
        }

        @Override
        public double[] scores(prunesweep.scorer.ScoredLayer layer) {
          %s
        }
      }
      """;

  private static final String SWEEP =
      """
      sweep { name = faulty, stuck-after = 12 s, checkpoint-every = 1 s }
      dataset.name = fashion-mnist-sample
      network.hidden = [24, 12]
      training { max-epochs = 2, learning-rate = 0.05 }
      activation.target = 0.5
      grid = [
        { method = one-shot, score = [breaks, halts, hogs, hangs, magnitude] }
        { method = dense, training.learning-rate = [0.05, 1e30] }
      ]
      """;

  @TempDir Path directory;

  private Path jar() {
    TestJar project = new TestJar(directory.resolve("project"));
    Map.of(
            "Breaks",
            "throw new IllegalStateException(\"broken\");",
            "Halts",
            "Runtime.getRuntime().halt(7); return new double[0];",
            "Hogs",
            "java.util.List<long[]> all = new java.util.ArrayList<>();"
                + " while (true) { all.add(new long[10_000_000]); }",
            "Hangs",
            "try { while (true) { Thread.sleep(1000); } }"
                + " catch (InterruptedException e) { throw new IllegalStateException(e); }")
        .forEach(
            (name, body) ->
                project.with(name, SCORER.formatted(name, name.toLowerCase(Locale.ROOT), body)));
    return project
        .naming("mine.Breaks", "mine.Halts", "mine.Hogs", "mine.Hangs")
        .jar(directory.resolve("faulty.jar"));
  }

  @Test
  void areFailedRowsOfTheirKindAndTheOthersAreDone() throws IOException {
    Path config = Files.writeString(directory.resolve("faulty.conf"), SWEEP);
    Path out = directory.resolve("out");
    Said said =
        Said.by(
            "run",
            config.toString(),
            "--jars",
            jar().toString(),
            "--out",
            out.toString(),
            "--master",
            "local-cluster[2,1,1024]",
            "--set",
            "spark.executor.memory=700m",
            "--set",
            "spark.executorEnv.SPARK_TESTING=1");
    assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.INCOMPLETE);
    Map<String, @Nullable Object> kinds = new HashMap<>();
    Map<String, String> errors = new HashMap<>();
    for (Map<String, @Nullable Object> row : ResultRows.of(out, "trials")) {
      String what =
          row.get("score") == null
              ? row.get("method") + " " + row.get("learning_rate")
              : "" + row.get("score");
      kinds.put(what, row.get("failure_kind"));
      errors.put(what, String.valueOf(row.get("error")));
    }
    Map<String, @Nullable Object> expected = new HashMap<>();
    expected.put("breaks", "data");
    expected.put("halts", "resource");
    expected.put("hogs", "resource");
    expected.put("hangs", "resource");
    expected.put("dense 1.0E30", "diverged");
    expected.put("one-shot 0.05", null);
    expected.put("dense 0.05", null);
    assertThat(kinds).isEqualTo(expected);
    assertThat(errors.get("halts"))
        .isEqualTo("Its executor was lost twice while it ran: Command exited with code 7");
    assertThat(errors.get("hangs"))
        .isEqualTo("No epoch of it ended for longer than sweep.stuck-after (12 s)");
    assertThat(out.resolve("running")).doesNotExist();
    assertThat(said.out())
        .contains("2 done, 5 failed, 0 not run")
        .contains("To run again what failed: ./sweep run " + config)
        .containsPattern("--retry-failed\\R");
  }
}
