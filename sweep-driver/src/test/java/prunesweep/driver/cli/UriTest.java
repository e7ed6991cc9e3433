package prunesweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prunesweep.driver.run.SmallSweep;

/** URIs on the command line and in configs. */
class UriTest {

  private static final String ONE_TRIAL =
      """
      dataset.name = fashion-mnist-sample
      network.hidden = [4]
      training.max-epochs = 1
      grid = [{ method = dense }]
      """;

  @TempDir Path directory;

  private Said run(String out) {
    Path config = SmallSweep.write(directory, ONE_TRIAL);
    return Said.by("run", config.toString(), "--out", out, "--master", "local[1]");
  }

  @Test
  void aFileUriIsTheFolderThatItNames() {
    Path out = directory.resolve("a folder");
    Said run = run(out.toUri().toString());
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(out.resolve("tables/trials")).isDirectory();
    Said count =
        Said.by(
            "sql",
            "--results",
            out.toUri().toString(),
            "--format",
            "csv",
            "SELECT count(*) n FROM trials");
    assertThat(count.out()).isEqualToIgnoringNewLines("n1");
  }

  @ParameterizedTest
  @CsvSource({
    "s3a://bucket/x, for s3a add org.apache.hadoop:hadoop-aws",
    "abfss://box@account/x, for abfss add org.apache.hadoop:hadoop-azure",
    "nosuch://host/x, a URI of a scheme that the class path has a file system for",
    "file://host/x, 'a URI as in file:///a/b, without a host'",
    "hdfs://ann:word@host/x, a URI without a password"
  })
  void refusesAnAddressThatItCannotReachBeforeAnythingRuns(String out, String reason)
      throws IOException {
    Said said = run(out);
    assertThat(said.code()).isEqualTo(ExitCode.PROBLEM);
    assertThat(said.err()).hasLineCount(1).contains("--out", reason, out);
    assertThat(directory).isDirectoryContaining("glob:**small.conf");
    try (var files = Files.list(directory)) {
      assertThat(files).hasSize(1);
    }
    assertThat(Path.of(out.split(":", 2)[0] + ":")).doesNotExist();
  }

  @Test
  void saysWhichFileSystemAConfigsDataLack() {
    String dataset =
        """
        dataset { name = mine, csv { train = "s3a://bucket/a", test = b, label = c } }
        grid = [{ method = dense }]
        """;
    Said said = Said.by("plan", SmallSweep.write(directory, dataset).toString());
    assertThat(said.code()).isEqualTo(ExitCode.PROBLEM);
    assertThat(said.err()).contains("dataset.csv.train must be", "org.apache.hadoop:hadoop-aws");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hdfs://127.0.0.1:1/x", "hdfs:///x"})
  void whatCannotBeReachedIsSaidInOneSentence(String out) {
    Said said =
        Said.by("heatmaps", out, "--trial", "0123456789abcdef", "--to", directory.toString());
    assertThat(said.code()).isEqualTo(ExitCode.PROBLEM);
    assertThat(said.err()).hasLineCount(1).startsWith("Cannot read results: ").contains(out);
  }

  @Test
  void theEngineOfAFolderElsewhereIsSpark() {
    Said said =
        Said.by("sql", "SELECT 1", "--results", "hdfs://127.0.0.1:1/x", "--engine", "duckdb");
    assertThat(said.code()).isEqualTo(ExitCode.PROBLEM);
    assertThat(said.err()).hasLineCount(1).contains("--engine must be spark", "got duckdb");
  }

  @Test
  void jarsAreOfThisMachine() {
    Path config = SmallSweep.write(directory, ONE_TRIAL);
    Said said = Said.by("plan", config.toString(), "--jars", "hdfs://127.0.0.1:1/a.jar");
    assertThat(said.code()).isEqualTo(ExitCode.PROBLEM);
    assertThat(said.err()).contains("jars must be jar files of this machine");
  }
}
