package prunesweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.driver.run.TestJar;
import prunesweep.driver.tables.ResultRows;

/** The example of docs/extending.md, built and run as a stranger's project. */
@Tag("cluster")
class OwnScorerTest {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\n(.*?)^```$");
  private static final Pattern NAMED = Pattern.compile("echo (\\S+) > \\S+/" + TestJar.SERVICE);
  private static final long WEIGHTS = 784 * 100 + 100 * 50 + 50 * 10;

  @TempDir Path directory;

  /** The blocks of the document: class, config, commands. */
  private static List<String> blocks() throws IOException {
    Path home = Path.of(System.getProperty("prunesweep.home", ".."));
    Matcher matcher = BLOCK.matcher(Files.readString(home.resolve("docs/extending.md")));
    List<String> blocks = new ArrayList<>();
    while (matcher.find()) {
      blocks.add(matcher.group(2));
    }
    return blocks;
  }

  @Test
  void hasAtMostThirtyLines() throws IOException {
    assertThat(blocks()).hasSize(3);
    assertThat(String.join("", blocks()).lines()).hasSizeLessThanOrEqualTo(30);
  }

  @Test
  void runsOnTwoExecutorsAsInTheDriver() throws IOException {
    Path jar = jar();
    Path config = Files.writeString(directory.resolve("relative.conf"), blocks().get(1));
    Path cluster = directory.resolve("cluster");
    assertThat(
            run(
                    config,
                    jar,
                    cluster,
                    "local-cluster[2,1,1024]",
                    "--set",
                    "spark.executor.memory=900m",
                    "--set",
                    "spark.executorEnv.SPARK_TESTING=1")
                .err())
        .doesNotContain("failed:");
    List<Map<String, @Nullable Object>> trials = ResultRows.of(cluster, "trials");
    assertThat(trials)
        .hasSize(4)
        .allSatisfy(
            trial ->
                assertThat(trial)
                    .contains(
                        entry("status", "done"),
                        entry("weights", WEIGHTS),
                        entry("nonzero_weights", WEIGHTS / 5)));
    assertThat(trials)
        .filteredOn(trial -> "relative".equals(trial.get("score")))
        .hasSize(2)
        .allSatisfy(trial -> assertThat(trial).containsEntry("score_jar", sum(jar)));
    assertThat(trials)
        .filteredOn(trial -> "magnitude".equals(trial.get("score")))
        .hasSize(2)
        .allSatisfy(trial -> assertThat(trial).containsEntry("score_jar", null));
    Set<Object> accuracies = new HashSet<>();
    trials.forEach(
        trial ->
            accuracies.add(
                Arrays.asList(trial.get("validation_accuracy"), trial.get("test_accuracy"))));
    assertThat(accuracies).as("each score prunes other weights").hasSize(4);

    Path local = directory.resolve("local");
    run(config, jar, local, "local[1]");
    assertThat(ResultRows.repeatable(cluster)).isEqualTo(ResultRows.repeatable(local));
  }

  @Test
  void anotherJarMakesAnotherTrial() throws IOException {
    Path config = Files.writeString(directory.resolve("relative.conf"), blocks().get(1));
    Path jar = jar();
    Said first = Said.by("plan", config.toString(), "--jars", jar.toString());
    assertThat(first.code()).isZero();
    assertThat(first.out()).contains("one-shot global relative");
    Files.delete(jar);
    new TestJar(directory.resolve("project"))
        .with("Other", "package mine; class Other {}")
        .jar(jar);
    Said second = Said.by("plan", config.toString(), "--jars", jar.toString());
    assertThat(ids(second, "magnitude")).isEqualTo(ids(first, "magnitude")).hasSize(1);
    assertThat(ids(second, "relative")).isNotEqualTo(ids(first, "relative")).hasSize(1);
  }

  private static List<String> ids(Said said, String score) {
    return said.out()
        .lines()
        .filter(line -> line.contains(" " + score + " "))
        .map(line -> line.replaceFirst(".*\\b([0-9a-f]{16})\\b.*", "$1"))
        .toList();
  }

  private Path jar() throws IOException {
    Matcher named = NAMED.matcher(blocks().get(2));
    assertThat(named.find()).isTrue();
    return new TestJar(directory.resolve("project"))
        .with("Relative", blocks().get(0))
        .naming(named.group(1))
        .jar(directory.resolve("my own relative.jar"));
  }

  private static String sum(Path file) throws IOException {
    return DigestUtils.sha256Hex(Files.readAllBytes(file));
  }

  private static Said run(Path config, Path jar, Path out, String master, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("run", config.toString(), "--jars", jar.toString(), "--out", out.toString()));
    arguments.addAll(List.of("--master", master, "--set", "sweep.seeds=[0,1]"));
    arguments.addAll(List.of(more));
    Said said = Said.by(arguments.toArray(String[]::new));
    assertThat(said.code()).as(said.err()).isZero();
    return said;
  }
}
