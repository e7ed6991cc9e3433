package prunesweep.driver.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.IOUtils;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import prunesweep.driver.tables.PlannedTrials;
import prunesweep.driver.tables.ResultTables;
import prunesweep.driver.tables.TrialRow;
import prunesweep.driver.tables.TrialSettings;

/** Published figures beside made-up trials of the sweeps that come along. */
class PublishedTest {

  private static final Set<String> ANSWERING =
      Set.of("paper", "one-shot", "lenet-mnist", "published");

  private static final Pattern NAME = Pattern.compile("(\\w+)=");

  @TempDir static Path directory;

  private static Path results;

  @BeforeAll
  static void write() {
    results = directory.resolve("results");
    ANSWERING.forEach(sweep -> commit(results, sweep, "sweep.seeds=[0,1,2]"));
  }

  private static void commit(Path out, String sweep, String... overrides) {
    List<TrialRow> trials = PlannedTrials.of(sweep, overrides);
    try (ResultTables tables = ResultTables.open(out)) {
      tables.commit(trials);
    }
  }

  static Stream<String> sweeps() throws IOException {
    try (Stream<Path> files =
        Files.list(Path.of(System.getProperty("prunesweep.home")).resolve("conf"))) {
      return files
          .map(file -> file.getFileName().toString().replace(".conf", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static List<Map<String, @Nullable String>> rows(String query, Path of) {
    return Answers.byDuckDb(query, of).rows();
  }

  @ParameterizedTest
  @CsvSource({"paper, 14", "one-shot, 20", "lenet-mnist, 1", "published, 9"})
  void theConfigsRunEveryModelOnceASeed(String sweep, int models) {
    String query =
        "SELECT p.model, COUNT(*) AS n FROM published_trials p JOIN"
            + " (SELECT DISTINCT model FROM published WHERE sweep = '%s') USING (model) GROUP BY 1";
    assertThat(rows(query.formatted(sweep), results))
        .hasSize(models)
        .allSatisfy(row -> assertThat(row).containsEntry("n", "3"));
  }

  @ParameterizedTest
  @MethodSource("sweeps")
  void otherSweepsAreNotTakenForThem(String sweep) {
    Path out = directory.resolve(sweep);
    commit(out, sweep, "sweep.seeds=[0]");
    String query = "SELECT model FROM published_trials";
    if (ANSWERING.contains(sweep)) {
      assertThat(rows(query, out)).isNotEmpty();
    } else {
      assertThat(rows(query, out)).as(sweep).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "activation.counter=inactive",
        "training.learning-rate=0.02",
        "training.label-smoothing=0.1",
        "network.hidden=[300,200,100]",
        "retraining=masked"
      })
  void oneOtherSettingMakesItAnotherTrial(String override) {
    Path out = directory.resolve(override.replaceAll("\\W", "-"));
    commit(out, "paper", override);
    assertThat(rows("SELECT * FROM published_trials WHERE model IN ('G1', 'L3')", out)).isEmpty();
  }

  /** A setting that nobody names and that always was could be any. */
  @ParameterizedTest
  @ValueSource(strings = {"paper", "one-shot", "lenet-mnist", "published"})
  void everySettingOfTheirTrialsIsNamed(String sweep) throws IOException {
    List<String> settings = new ArrayList<>(TrialSettings.declared().all());
    settings.removeAll(namedFor(sweep));
    TrialSettings.declared().older().forEach(was -> settings.remove(was.column()));
    String query =
        "SELECT DISTINCT %s FROM trials t JOIN published_trials p ON p.trial_id = t.trial_id"
            + " WHERE p.model IN (SELECT model FROM published WHERE sweep = '%s')";
    Set<String> missing = new TreeSet<>();
    for (Map<String, @Nullable String> row :
        rows(query.formatted(columns(settings), sweep), results)) {
      row.forEach(
          (setting, value) -> {
            if (value != null && settings.contains(setting)) {
              missing.add(setting + "=" + value);
            }
          });
    }
    assertThat(missing).isEmpty();
  }

  private static String columns(List<String> settings) {
    return Stream.concat(Stream.of("p.model"), settings.stream().map(setting -> "t." + setting))
        .collect(Collectors.joining(", "));
  }

  private static Set<String> namedFor(String sweep) throws IOException {
    try (var stream =
        Objects.requireNonNull(
            PublishedTest.class.getResourceAsStream("/prunesweep/published/models.csv"))) {
      return IOUtils.toString(stream, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith(sweep + ","))
          .flatMap(line -> NAME.matcher(line).results())
          .map(name -> name.group(1))
          .collect(Collectors.toSet());
    }
  }

  private static Map<String, @Nullable String> figure(String table, String row, String column) {
    List<Map<String, @Nullable String>> rows =
        rows(
            "SELECT * FROM comparison WHERE printed_in = '%s' AND row_name = '%s' AND column_name = '%s'"
                .formatted(table, row, column),
            results);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static double number(Map<String, @Nullable String> row, String column) {
    return Double.parseDouble(Objects.requireNonNull(row.get(column), column));
  }

  @Test
  void oursIsTheMeanOverTheSeedsInTheirUnit() {
    var figure = figure("3", "L1", "test_accuracy");
    assertThat(figure).containsEntry("n", "3").containsEntry("verdict", "agrees");
    // Accuracies of 80, 82 and 84 %: a deviation of 2 and a t of 4.3026527.
    assertThat(number(figure, "ours")).isCloseTo(82, exactly());
    assertThat(number(figure, "ours_high"))
        .isCloseTo(82 + 4.302652729911275 * 2 / Math.sqrt(3), exactly());
    assertThat(number(figure, "difference")).isCloseTo(82 - 87.56, exactly());
    // One in the second digit, and the difference between one run and the mean of three.
    assertThat(number(figure, "allowed"))
        .isCloseTo(0.01 + 4.302652729911275 * 2 * Math.sqrt(1 + 1 / 3.0), exactly());
  }

  @Test
  void whatDoesNotVaryAgreesToTheLastDigit() {
    assertThat(figure("2", "G1", "epochs"))
        .containsEntry("ours", "9.0")
        .containsEntry("allowed", "1.0")
        .containsEntry("verdict", "differs");
    assertThat(figure("6", "G1", "epochs")).containsEntry("ours", "5.0");
    assertThat(figure("7", "G3", "zeros_left"))
        .containsEntry("ours", "25.0")
        .containsEntry("what", "global neurons; 10 cycles; target 80 %");
  }

  @Test
  void theMeanOfSeveralModelsNeedsAllOfThem() {
    assertThat(figure("8", "global 5", "pruned")).containsEntry("ours", "50.0");
    Path some = directory.resolve("some");
    commit(some, "paper", "activation.cycles=5");
    assertThat(rows("SELECT verdict FROM comparison WHERE row_name = 'local 4'", some))
        .isNotEmpty();
  }

  @Test
  void aStandardErrorOfTheirsIsTakenForWhatItIs() {
    var figure = figure("published", "Sparse momentum (Dettmers 2019), 8 % left", "test_error");
    assertThat(number(figure, "ours")).isCloseTo(18, exactly());
    assertThat(number(figure, "allowed"))
        .isCloseTo(0.001 + 4.302652729911275 * Math.sqrt(4 / 3.0 + 0.014 * 0.014), exactly());
    assertThat(figure).containsEntry("verdict", "differs");
  }

  @Test
  void whatIsMisquotedSaysSo() {
    assertThat(figure("10", "Molchanov et al. 2017", "compression"))
        .containsEntry("verdict", "no counterpart")
        .containsEntry("mark", "misquoted");
  }

  @Test
  void everyRowWithoutACounterpartSaysWhy() {
    assertThat(
            rows(
                "SELECT * FROM comparison WHERE verdict = 'no counterpart' AND remark = ''",
                results))
        .isEmpty();
  }

  @Test
  void trialsThatOnlyKeepOtherThingsCountOnce() {
    Path out = directory.resolve("kept");
    commit(out, "paper");
    commit(out, "paper", "keep=[dense,pruned]");
    assertThat(rows("SELECT COUNT(*) AS n FROM trials", out).get(0)).containsEntry("n", "28");
    assertThat(rows("SELECT DISTINCT n FROM comparison WHERE n IS NOT NULL", out))
        .containsExactly(Map.of("n", "1"));
    for (String view : List.of("summary", "paired", "largest_target")) {
      assertThat(rows("SELECT DISTINCT n FROM %s WHERE n IS NOT NULL".formatted(view), out))
          .as(view)
          .containsExactly(Map.of("n", "1"));
    }
  }

  private static Offset<Double> exactly() {
    return Offset.offset(1e-9);
  }
}
