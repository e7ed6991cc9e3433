package prunesweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.driver.stub.StubParts;
import prunesweep.driver.tables.ResultRows;
import prunesweep.driver.tables.Tables;

/**
 * A method with keys of its own, a scope, a schedule and a score that only tests know go the whole
 * way, from a config to an answer in SQL. A table does so in {@code SweepRunTest}.
 */
class NothingCentralKnowsNamesTest {

  private static final String STUBS =
      """
      sweep { name = stubs, seeds = [0, 1] }
      dataset.name = fashion-mnist-sample
      network.hidden = [16, 8]
      training.max-epochs = 1
      grid = [
        { method = dense }
        { method = stub, strength = [1, 3], scope = one-layer, layer = 1, score = by-index,
          schedule = late, target = 0.5 }
        { method = gradual, scope = one-layer, score = by-index, schedule = late, target = 0.5 }
      ]
      """;

  private static final long WEIGHTS = 784 * 16 + 16 * 8 + 8 * 10;

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  @TempDir Path directory;
  private URLClassLoader stubs;
  private Path config;
  private String out;

  @BeforeEach
  void bringStubs() throws IOException {
    stubs = StubParts.loader(Files.createDirectories(directory.resolve("stubs")));
    Thread.currentThread().setContextClassLoader(stubs);
    config = Files.writeString(directory.resolve("stubs.conf"), STUBS);
    out = directory.resolve("out").toString();
  }

  @AfterEach
  void takeStubsAway() throws IOException {
    Thread.currentThread().setContextClassLoader(before);
    stubs.close();
  }

  private Said run(String... more) {
    List<String> arguments = new ArrayList<>(List.of("run", config.toString(), "--out", out));
    arguments.addAll(List.of("--master", "local[2]"));
    arguments.addAll(List.of(more));
    return Said.by(arguments.toArray(String[]::new));
  }

  private Said sql(String query) {
    return Said.by("sql", query, "--results", out, "--format", "csv");
  }

  @Test
  void aConfigAPlanARunItsTablesAndSqlKnowThem() throws IOException {
    Said plan = Said.by("plan", config.toString());
    assertThat(plan.code()).as(plan.err()).isZero();
    assertThat(plan.out())
        .contains(
            "stub one-layer by-index target=0.5 late strength=3 layer=1",
            "gradual one-layer by-index target=0.5 late weights every=100 epochs=2 layer=0",
            "8 trials");

    Said run = run();
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("stub one-layer by-index", "target=0.5 late strength=3");
    List<Map<String, @Nullable Object>> trials =
        ResultRows.of(Path.of(out), Tables.current(), "trials");
    assertThat(trials)
        .hasSize(8)
        .allSatisfy(trial -> assertThat(plan.out()).contains(String.valueOf(trial.get("trial_id"))))
        .allSatisfy(trial -> assertThat(trial).containsEntry("status", "done"));
    assertThat(
            sql("SELECT method, scope, score, length(score_jar) AS jar, schedule, stub_layer,"
                    + " stub_strength, cycles, nonzero_weights, stage FROM trials JOIN evaluations"
                    + " USING (trial_id) WHERE method != 'gradual' ORDER BY stub_strength"
                    + " NULLS FIRST, trials.seed")
                .out()
                .lines())
        .containsExactly(
            "method,scope,score,jar,schedule,stub_layer,stub_strength,cycles,nonzero_weights,stage",
            "dense,,,,,,,," + WEIGHTS + ",dense",
            "dense,,,,,,,," + WEIGHTS + ",dense",
            "stub,one-layer,by-index,64,late,1,1,1," + (WEIGHTS - 64) + ",stubbed",
            "stub,one-layer,by-index,64,late,1,1,1," + (WEIGHTS - 64) + ",stubbed",
            "stub,one-layer,by-index,64,late,1,3,3," + (WEIGHTS - 64) + ",stubbed",
            "stub,one-layer,by-index,64,late,1,3,3," + (WEIGHTS - 64) + ",stubbed");
    assertThat(
            sql("SELECT DISTINCT stub_layer, nonzero_weights FROM trials WHERE score IS NOT NULL")
                .out())
        .contains("0," + (WEIGHTS - 784 * 8))
        .contains("1," + (WEIGHTS - 64));
    assertThat(run("--retrain", "--set", "stub.strength=2", "--set", "stub.layer=1").code())
        .isZero();

    Thread.currentThread().setContextClassLoader(before);
    Map<String, Long> files = files();
    assertThat(sql("SELECT count(*) AS trials FROM trials WHERE method = 'stub'").out())
        .isEqualTo("trials\n4\n");
    assertThat(sql("SELECT stub_strength FROM trials").err())
        .startsWith("Cannot run the query: ")
        .contains("stub_strength");
    Said strange = run();
    assertThat(strange.code()).isEqualTo(ExitCode.PROBLEM);
    assertThat(strange.err()).contains("grid[1].method must be dense or ", "got \"stub\"");
    Said dense = run("--set", "grid=[{ method = dense }]", "--set", "sweep.seeds=[2]");
    assertThat(dense.code()).isEqualTo(ExitCode.PROBLEM);
    assertThat(dense.err())
        .startsWith("Cannot write results: out must be a folder that can be written, got " + out)
        .endsWith(" has the column stub_layer of a method, scope or schedule that is not here)\n");
    assertThat(files()).isEqualTo(files);
  }

  private Map<String, Long> files() throws IOException {
    Map<String, Long> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(Path.of(out, "tables"))) {
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        files.put(file.toString(), Files.size(file));
      }
    }
    return files;
  }
}
