package prunesweep.driver.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.driver.sql.QueryAnswer;
import prunesweep.driver.sql.ResultQuery;
import prunesweep.driver.tables.MadeUpSweep;

/** The page in a browser: 1,000 made-up trials whose names and errors try to be scripts. */
class ReportPageTest {

  private static final String SCRIPT =
      "</script><img src=x"
          + " onerror=\"window.wasRun=1\">'\u2028<script>window.wasRun=1</script>${7*7}{{data}}";
  private static final String TWO_COMPARED =
      "document.querySelectorAll('#comparison thead th').length === 2";
  private static final int TRIALS = 1_000;

  @TempDir static Path directory;

  private static Path results;
  private static Path page;
  private static Browser browser;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    assumeTrue(
        Browser.program().isPresent(),
        "Chromium is not installed: the page is not looked at (apt-get install chromium)");
    results = directory.resolve("out");
    new MadeUpSweep(SCRIPT, SCRIPT).write(results, TRIALS);
    page = directory.resolve("report.html");
    Report.of(ResultQuery.byDuckDb(results), SCRIPT).writeTo(page);
    browser = Browser.open(Files.createDirectory(directory.resolve("chromium")));
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void goToThePage() {
    browser.go(page, "");
  }

  private static void drawAll() {
    browser.evaluate("drawAll()");
    browser.until("document.querySelectorAll('.chart canvas').length >= 7");
  }

  /** To as many digits as the page has. */
  private static double rounded(double number) {
    return new BigDecimal(number).round(new MathContext(7)).doubleValue();
  }

  private static List<List<Double>> sql(String query) {
    return ResultQuery.byDuckDb(results).run(query, QueryAnswer::cells).stream()
        .map(row -> row.stream().map(cell -> rounded(Double.parseDouble(cell))).toList())
        .toList();
  }

  private static List<List<Double>> numbers(String expression) {
    List<List<Double>> rows = new ArrayList<>();
    for (JsonNode row : browser.evaluate(expression)) {
      List<Double> cells = new ArrayList<>();
      row.forEach(cell -> cells.add(cell.asDouble()));
      rows.add(cells);
    }
    return rows;
  }

  private static String text(String selector) {
    return browser
        .evaluate("document.querySelector('%s').textContent".formatted(selector))
        .asText();
  }

  private static String option(String chart) {
    return "echarts.getInstanceByDom(document.getElementById('chart-%s')).getOption()"
        .formatted(chart);
  }

  private static List<List<Double>> means() {
    browser.until("document.querySelector('#chart-accuracy canvas')");
    return numbers(
        option("accuracy")
            + ".series.filter((s) => s.type === 'scatter' && s.z === 4)"
            + ".flatMap((s) => s.data.map((d) => d.value))");
  }

  @Test
  void drawsEverySectionWithoutAnErrorOrARequest() {
    drawAll();
    assertThat(browser.evaluate("document.querySelectorAll('section[data-empty]').length").asInt())
        .isZero();
    assertThat(browser.evaluate("document.querySelectorAll('main section').length").asInt())
        .isEqualTo(Sections.ALL.size());
    assertThat(browser.problems()).isEmpty();
    assertThat(browser.requests())
        .allMatch(address -> address.startsWith("file:") || address.startsWith("about:"));
  }

  @Test
  void runsNoScriptThatStandsInANameOrAnError() {
    drawAll();
    browser.click("#numbers-accuracy summary");
    browser.click("#config-0 summary");
    assertThat(browser.evaluate("typeof window.wasRun").asText()).isEqualTo("undefined");
    assertThat(browser.evaluate("document.querySelectorAll('img').length").asInt()).isZero();
    assertThat(text("#table-failures td.long")).isEqualTo(SCRIPT);
    assertThat(text("h1")).isEqualTo(SCRIPT);
  }

  @Test
  void showsTheMeansOfSummary() {
    assertThat(means())
        .containsExactlyInAnyOrderElementsOf(
            sql("SELECT sparsity_mean, test_accuracy_mean FROM summary"));
    assertThat(
            numbers(
                option("accuracy")
                    + ".series.filter((s) => s.type === 'custom').flatMap((s) => s.data)"))
        .containsExactlyInAnyOrderElementsOf(
            sql(
                "SELECT sparsity_mean, test_accuracy_low, test_accuracy_high FROM summary WHERE n >"
                    + " 1"));
  }

  @Test
  void showsTheFrontOfPareto() {
    drawAll();
    assertThat(
            numbers(
                option("pareto")
                    + ".series.filter((s) => s.type === 'line').flatMap((s) => s.data.map((d) =>"
                    + " d.value))"))
        .containsExactlyInAnyOrderElementsOf(
            sql("SELECT compression_ratio_mean, test_accuracy_mean FROM pareto"));
  }

  @Test
  void showsTheCurvesOfAPageOfCombinations() {
    drawAll();
    List<List<Double>> all = sql("SELECT epoch, train_accuracy_mean FROM curves");
    assertThat(
            numbers(
                option("curves")
                    + ".series.filter((s) => s.type === 'line').flatMap((s) => s.data.map((d) =>"
                    + " d.value))"))
        .hasSize(6 * 12)
        .allMatch(all::contains);
  }

  @Test
  void filtersByAClickAndKeepsItInTheLink() {
    browser.click("[data-key=filter-score-1]"); // Scores in order: magnitude, neurons, ...
    String where = " FROM summary WHERE score = 'neurons'";
    assertThat(means())
        .containsExactlyInAnyOrderElementsOf(
            sql("SELECT sparsity_mean, test_accuracy_mean" + where));
    assertThat(text("#count"))
        .isEqualTo(
            (int) (double) sql("SELECT COUNT(*) FROM trials WHERE score = 'neurons'").get(0).get(0)
                + " of 1000 trials");
    String fragment = browser.evaluate("location.hash").asText();
    assertThat(fragment).isEqualTo("#score=neurons");
    browser.go(page, fragment + "&accuracy.x=compression_ratio");
    assertThat(means())
        .containsExactlyInAnyOrderElementsOf(
            sql("SELECT compression_ratio_mean, test_accuracy_mean" + where));
    browser.click("[data-key=filter-clear]");
    assertThat(means()).hasSize(sql("SELECT sparsity_mean FROM summary").size());
  }

  @Test
  void sortsATableByItsHeadingAndCopiesItAsCsv() {
    drawAll();
    String heading =
        "[...document.querySelectorAll('#table-trials th button')].find((b) =>"
            + " b.textContent.startsWith('test_accuracy'))";
    browser.evaluate(heading + ".click()");
    browser.evaluate(heading + ".click()");
    assertThat(text("#table-trials th[aria-sort=descending]")).startsWith("test_accuracy");
    assertThat(
            browser.evaluate("document.querySelectorAll('#table-trials tbody tr').length").asInt())
        .isEqualTo(50);
    browser.evaluate("copy = (text) => (window.copied = text)");
    browser.click("[data-key=trials-copy]");
    List<String> lines = browser.evaluate("window.copied").asText().lines().toList();
    List<String> header = List.of(lines.get(0).split(","));
    assertThat(header).contains("trial", "score", "target", "test_accuracy");
    double best = sql("SELECT MAX(test_accuracy) FROM trials").get(0).get(0);
    assertThat(
            browser.evaluate("csv([column('a', (r) => r)], ['=1+1', 'x,\"y', null, -1])").asText())
        .isEqualTo("a\n'=1+1\n\"x,\"\"y\"\n\n-1\n");
    assertThat(browser.evaluate("Math.max(...shared().trials.test_accuracy)").asDouble())
        .isEqualTo(best, within(1e-6));
  }

  @Test
  void comparesChosenTrialsWithTheSettingsThatDifferFirst() {
    browser.evaluate("show('trials')");
    browser.until("document.querySelector('[data-key=trials-copy]')");
    browser.evaluate("document.querySelectorAll('#table-trials tbody input')[0].click()");
    browser.evaluate("document.querySelectorAll('#table-trials tbody input')[7].click()");
    browser.until(TWO_COMPARED);
    assertThat(text("#comparison tbody th[scope=row]")).isEqualTo("target");
    browser.go(page, browser.evaluate("location.hash").asText());
    drawAll();
    browser.until(TWO_COMPARED);
  }

  @Test
  void namesEveryChartControlAndHeadingForThoseWhoHearThePage() {
    drawAll();
    assertThat(
            browser
                .evaluate(
                    "[...document.querySelectorAll('.chart, canvas[role]')].every((c) =>"
                        + " c.getAttribute('aria-label'))")
                .asBoolean())
        .isTrue();
    assertThat(
            browser
                .evaluate(
                    "[...document.querySelectorAll('select, input')].every((c) =>"
                        + " c.closest('label') || c.getAttribute('aria-label'))")
                .asBoolean())
        .isTrue();
    assertThat(
            browser
                .evaluate(
                    "[...document.querySelectorAll('main section')].every((s) =>"
                        + " document.getElementById(s.getAttribute('aria-labelledby')))")
                .asBoolean())
        .isTrue();
  }

  @Test
  void changesItsColoursWithTheScheme() {
    browser.prefer("dark");
    means();
    String dark = browser.evaluate(option("accuracy") + ".textStyle.color").asText();
    browser.prefer("light");
    browser.until("%s.textStyle.color !== '%s'".formatted(option("accuracy"), dark));
    assertThat(browser.problems()).isEmpty();
  }
}
