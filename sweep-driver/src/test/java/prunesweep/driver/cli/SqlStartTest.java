package prunesweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.driver.tables.OldResults;

/** What a query starts, in a process of its own. */
class SqlStartTest {

  @TempDir Path directory;

  @Test
  void loadsNeitherSparkNorNd4jForAQueryByDuckDb() throws IOException, InterruptedException {
    Path results = OldResults.NINE_TABLES.in(directory.resolve("out"));
    Path said = directory.resolve("said.txt");
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xlog:class+load",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Sweep.class.getName(),
                    "sql",
                    "--format",
                    "csv",
                    "--results",
                    results.toString(),
                    "SELECT sum(n) AS stages FROM summary"))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(process.waitFor()).isZero();
    List<String> lines = Files.readAllLines(said, StandardCharsets.UTF_8);
    assertThat(lines).contains("stages", "9");
    assertThat(lines).anyMatch(line -> line.contains("org.duckdb.DuckDBDriver"));
    assertThat(lines)
        .noneMatch(line -> line.contains(" org.apache.spark.") || line.contains(" org.nd4j."));
  }
}
