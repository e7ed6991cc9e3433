package prunesweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import prunesweep.driver.tables.OldResults;

/** The page as a command: what it is made from and what it refuses. */
class ReportCommandTest {

  private static final String SWEEP =
      """
      sweep.name = small
      dataset.name = fashion-mnist-sample
      network.hidden = [8]
      training.max-epochs = 1
      """;

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(OldResults.class)
  void makesAPageOfResultsOfEarlierVersions(OldResults results) throws IOException {
    Path page = directory.resolve("page.html");
    Said said =
        Said.by("report", results.in(directory.resolve("out")).toString(), "-o", page.toString());
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out()).contains("Page in " + page);
    String pca =
        results == OldResults.NINE_TABLES
            ? "id=\"data-pca\""
            : "analyses = [pca] in the config does";
    assertThat(Files.readString(page))
        .contains("id=\"data-accuracy\"", "id=\"data-provenance\"", pca);
    assertThat(directory).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void refusesAFolderWithoutResults() {
    Said said = Said.by("report", directory.toString(), "-o", directory.resolve("p").toString());
    assertThat(said.code()).isEqualTo(ExitCode.PROBLEM);
    assertThat(said.err().lines()).hasSize(1);
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void refusesAnOutputThatIsAFolder() throws IOException {
    Path results = OldResults.NINE_TABLES.in(directory.resolve("out"));
    Said said = Said.by("report", results.toString(), "-o", directory.toString());
    assertThat(said.code()).isEqualTo(ExitCode.PROBLEM);
    assertThat(said.err()).contains("--output must be a file that can be written");
  }

  @Test
  void isLeftByARunThatKeepsIt() throws IOException {
    Path config = Files.writeString(directory.resolve("small.conf"), SWEEP);
    Path out = directory.resolve("out");
    Said said = Said.by("run", config.toString(), "--out", out.toString(), "--report");
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(out.resolve(LiveReport.FILE)).content().contains("<title>small</title>");
  }
}
