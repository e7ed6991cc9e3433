package prunesweep.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.benchmarks.contest.ContestOptions;
import prunesweep.benchmarks.contest.ContestResult;
import prunesweep.benchmarks.contest.ContestResult.Time;
import prunesweep.benchmarks.contest.DataChoice;
import prunesweep.benchmarks.contest.Ratio;
import prunesweep.benchmarks.contest.StepTimes;
import prunesweep.benchmarks.contest.Summary;
import prunesweep.benchmarks.subject.LayerShape;
import prunesweep.benchmarks.subject.ProductKind;
import prunesweep.benchmarks.subject.StepProduct;

class ReportTest {

  private static final StepProduct PRODUCT =
      new StepProduct(ProductKind.FORWARD, 0, new LayerShape(100, 100, 100));

  @TempDir private Path folder;

  private final Report report =
      Report.of(
          new ContestOptions(List.of(DataChoice.parse("mnist")), 3, 1000, Optional.empty()),
          "0.4",
          new ContestResult(
              List.of(
                  time("vector-dense", "this engine, dense", List.of(), "vector-bits", "256"),
                  time("openblas-products", "OpenBLAS", List.of(PRODUCT), "kernel", "Zen")),
              List.of(new Ratio("a-over-b", "a by b", new Summary(2.5, 2, 3)))));

  /** Half a second, four and one a step. */
  private static Time time(
      String id, String label, List<StepProduct> products, String fact, String value) {
    StepTimes series = new StepTimes();
    for (double seconds : new double[] {0.5, 4, 1}) {
      series.add(new double[] {1000 * seconds}, 1000);
    }
    return new Time(id, label, products, Map.of(fact, value), series, new Summary(1.5, 1, 2));
  }

  @Test
  void saysWhatItRanOn() {
    assertThat(report.header())
        .containsEntry("vector bits", "256")
        .containsEntry("load before", "0.4")
        .containsEntry("openblas of products", "-, kernel Zen")
        .containsEntry("pytorch", "-")
        .containsEntry("data", "mnist")
        .containsEntry("rounds", "3")
        .containsEntry("steps a round", "1000");
    assertThat(report.header().get("processor")).isNotBlank();
  }

  @Test
  void isTablesForPeople() {
    StringWriter text = new StringWriter();
    ReportText.print(report, new PrintWriter(text));
    assertThat(text.toString())
        .containsSubsequence("rounds: 3", "contestant", "kernel", "ms a step")
        .containsSubsequence("this engine, dense", "1000.000", "500.000", "4000.000", "1.500")
        .containsSubsequence("matrix product", "forward, layer 1, 100x100x100", "OpenBLAS")
        .containsSubsequence("ratio", "a by b", "2.500", "2.000", "3.000");
  }

  /** Two million operations in a second are two millionths of a thousand millions. */
  @Test
  void countsOperationsASecond() {
    ProductFigure figure = ProductFigure.of(report.products().get(0)).get(0);
    assertThat(figure.microseconds()).isCloseTo(1e6, within(1e-6));
    assertThat(figure.gigaflops()).isCloseTo(0.002, within(1e-12));
  }

  @Test
  void isJsonWithEveryRound() throws IOException {
    Path file = folder.resolve("figures.json");
    ReportFile.at(file).write(report);
    Config json = ConfigFactory.parseString(Files.readString(file));
    assertThat(json.getString("header.\"vector bits\"")).isEqualTo("256");
    Config dense = json.getConfigList("contestants").get(0);
    assertThat(dense.getString("id")).isEqualTo("vector-dense");
    assertThat(dense.getDouble("milliseconds.median")).isEqualTo(1000);
    assertThat(dense.getDoubleList("rounds")).containsExactly(500.0, 4000.0, 1000.0);
    assertThat(dense.getDouble("over-dense.maximum")).isEqualTo(2);
    Config ratio = json.getConfigList("ratios").get(0);
    assertThat(ratio.getString("id")).isEqualTo("a-over-b");
    assertThat(ratio.getDouble("value.median")).isEqualTo(2.5);
  }

  @Test
  void isCsvWithALineEach() throws IOException {
    Path file = folder.resolve("figures.csv");
    ReportFile.at(file).write(report);
    assertThat(file)
        .hasContent(
            """
            kind,id,median,minimum,maximum
            milliseconds,vector-dense,1000.0,500.0,4000.0
            milliseconds,openblas-products,1000.0,500.0,4000.0
            ratio,a-over-b,2.5,2.0,3.0
            """);
  }
}
