package prunesweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prunesweep.driver.tables.PlannedTrials;
import prunesweep.driver.tables.ResultTables;
import prunesweep.driver.tables.TrialRow;

/** What others published beside made-up results of the paper's sweep. */
class CompareCommandTest {

  @TempDir static Path directory;

  private static Path results;

  @BeforeAll
  static void write() {
    results = directory.resolve("results");
    List<TrialRow> trials = PlannedTrials.of("paper", "sweep.seeds=[0,1,2]");
    try (ResultTables tables = ResultTables.open(results)) {
      tables.commit(trials);
    }
  }

  private static Said said(String... arguments) {
    List<String> all = new ArrayList<>(List.of("compare"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--results", results.toString()));
    Said said = Said.by(all.toArray(String[]::new));
    assertThat(said.err()).isEmpty();
    assertThat(said.code()).isZero();
    return said;
  }

  @ParameterizedTest
  @CsvSource({"paper, 557", "one-shot, 20", "published, 23"})
  void everyPrintedFigureHasAVerdict(String source, int figures) {
    List<String> lines = said(source, "--format", "csv").out().lines().toList();
    assertThat(lines).hasSize(1 + figures);
    assertThat(lines.subList(1, lines.size()))
        .allMatch(line -> line.matches(".*,(agrees|differs|not run|no counterpart),.*"));
    assertThat(lines.get(0)).startsWith("source,table,row,what,column,unit,theirs,ours,reach,n,");
  }

  @Test
  void textSaysHowFarApartTheyAreAndWhatToRun() {
    String text = said("paper").out();
    // Epochs of 9 in all seeds beside 46.
    assertThat(text)
        .containsPattern("S1 .*epochs .*46 .*9\\.0 .*0\\.0 .*3 .*-37\\.0 .*differs by 37\\.0");
    assertThat(text)
        .contains("Table 13: ")
        .contains("misquoted: 68 times")
        .contains("557 printed figures, ours of up to 3 seeds: agrees ")
        .contains(
            "Not run yet: ./sweep run conf/lenet-mnist.conf --set 'sweep.seeds=[0,1,2]' --out "
                + results);
  }

  @Test
  void markdownHasTheTablesAsPrinted() {
    assertThat(said("paper", "--format", "markdown").out())
        .contains("| row | epochs | pruned % | class0 top1 train % |")
        .contains("| S1 | 46 / **9.0** | - | 10.19 / ")
        .contains("| Molchanov et al. 2017 | 7 (misquoted) / - |");
  }

  @Test
  void refusesASourceThatNobodyKnows() {
    Said said = Said.by("compare", "papr");
    assertThat(said.code()).isEqualTo(ExitCode.PROBLEM);
    assertThat(said.err())
        .contains(
            "SOURCE must be one of paper, one-shot, published, got 'papr'; did you mean paper?");
  }

  @Test
  void refusesAFolderWithoutResults() {
    Said said = Said.by("compare", "paper", "--results", directory.resolve("none").toString());
    assertThat(said.code()).isEqualTo(ExitCode.PROBLEM);
    assertThat(said.err().lines()).hasSize(1);
  }
}
