package prunesweep.driver.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.io.IOUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.driver.tables.MeasuredTrials;
import prunesweep.driver.tables.OldResults;
import prunesweep.driver.tables.PlannedTrials;
import prunesweep.driver.tables.ResultTables;
import prunesweep.driver.tables.SampleTrials;
import prunesweep.driver.tables.TrialRow;
import prunesweep.driver.views.View;
import prunesweep.driver.views.Views;
import prunesweep.trainer.pruning.Granularity;

/** The views, by both engines, over results of earlier versions and made-up ones. */
class ViewsTest {

  private static final double EXACT = 1e-12;

  @TempDir static Path directory;

  private static final String PROGRESS = "progress";

  private static Answers answers;
  private static Path measured;
  private static Path figures;
  private static Path printed;

  @BeforeAll
  static void open() throws IOException {
    answers = new Answers();
    measured = directory.resolve("a [b]*'%20");
    MeasuredTrials trials = new MeasuredTrials("small");
    write(
        measured,
        List.of(
            trials.dense(0, 0.80),
            trials.dense(1, 0.84),
            trials.dense(2, 0.82),
            trials.pruned(0, 0.79, 6, 1),
            trials.pruned(1, 0.81, 7, 0),
            SampleTrials.failed(5)));
    figures = directory.resolve("figures");
    write(figures, ofSciPy());
    printed = directory.resolve("printed");
    write(printed, PlannedTrials.of("paper", "sweep.seeds=[0,1]"));
  }

  @AfterAll
  static void close() {
    answers.close();
  }

  private static void write(Path out, List<TrialRow> trials) {
    try (ResultTables tables = ResultTables.open(out)) {
      tables.commit(trials);
    }
  }

  private static List<TrialRow> ofSciPy() throws IOException {
    List<TrialRow> trials = new ArrayList<>();
    for (String[] cells : csv("scipy-trials.csv")) {
      int seed = Integer.parseInt(cells[1]);
      MeasuredTrials of = new MeasuredTrials(cells[0]);
      trials.add(of.dense(seed, Double.parseDouble(cells[2])));
      trials.add(of.pruned(seed, Double.parseDouble(cells[3]), 6, 1));
    }
    return trials;
  }

  private static List<String[]> csv(String name) throws IOException {
    try (var stream =
        Objects.requireNonNull(
            ViewsTest.class.getResourceAsStream("/prunesweep/driver/sql/" + name))) {
      return IOUtils.toString(stream, StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split(","))
          .toList();
    }
  }

  @Test
  void haveTheColumnsThatTheirFilesTell() {
    for (View view : Views.all()) {
      String all = "SELECT * FROM " + view.name();
      assertThat(Answers.byDuckDb(all, measured).columns())
          .as(view.name())
          .isEqualTo(view.columnNames());
      assertThat(answers.columnsBySpark(all, measured))
          .as(view.name())
          .isEqualTo(view.columnNames());
    }
  }

  @Test
  void haveTheSameRowsByBothEngines() throws IOException {
    List<Path> folders =
        List.of(
            measured,
            figures,
            OldResults.FIRST_SCHEMA.in(directory.resolve("first-schema")),
            OldResults.NINE_TABLES.in(directory.resolve("nine-tables")));
    for (Path results : folders) {
      for (View view : Views.all()) {
        if (!isOfPublished(view)) {
          requireSameRows(view, results);
        }
      }
    }
    for (View view : Views.all()) {
      if (isOfPublished(view) && !isTable(view)) {
        requireSameRows(view, printed);
      }
    }
  }

  /** Planning them takes Spark long, and over other results they are all alike. */
  private static boolean isOfPublished(View view) {
    return Views.neededBy(view.name()).stream().anyMatch(one -> one.name().equals("published"))
        || view.name().equals("published_trials");
  }

  /** All tables are one query with other columns: that of the most kinds of them stands for all. */
  private static boolean isTable(View view) {
    return view.name().contains("_table") && !view.name().equals("paper_table_10");
  }

  private static void requireSameRows(View view, Path results) {
    String all = "SELECT * FROM " + view.name();
    assertThat(Answers.byDuckDb(all, results).rounded())
        .as("%s of %s", view.name(), results)
        .containsExactlyInAnyOrderElementsOf(answers.bySpark(all, results).rounded());
  }

  @Test
  void haveRowsWhereThereAreTrials() throws IOException {
    Path swept = OldResults.NINE_TABLES.in(directory.resolve("swept"));
    for (View view : Views.all()) {
      Path trials = isOfPublished(view) ? printed : measured;
      Path results = view.name().equals(PROGRESS) ? swept : trials;
      assertThat(Answers.byDuckDb("SELECT * FROM " + view.name(), results).cells())
          .as(view.name())
          .isNotEmpty();
    }
  }

  /** An older version has not said which trials a sweep has. */
  @Test
  void progressIsWhatTheSweepSaysWhereNothingCanBeCounted() throws IOException {
    Path swept = OldResults.NINE_TABLES.in(directory.resolve("old"));
    String columns = "SELECT sweep_id, sweep, trials, started, ended, done, failed FROM ";
    assertThat(Answers.byDuckDb(columns + PROGRESS, swept).cells())
        .isEqualTo(Answers.byDuckDb(columns + "sweeps", swept).cells());
  }

  @Test
  void haveNoRowTwice() throws IOException {
    Path results = OldResults.NINE_TABLES.in(directory.resolve("unique"));
    for (View view : Views.all()) {
      assertThat(Answers.byDuckDb("SELECT * FROM " + view.name(), results).cells())
          .as(view.name())
          .doesNotHaveDuplicates();
    }
  }

  private static Map<String, @Nullable String> only(String query, Path results) {
    var rows = Answers.byDuckDb(query, results).rows();
    assertThat(rows).as(query).hasSize(1);
    return rows.get(0);
  }

  private static double number(Map<String, @Nullable String> row, String column) {
    return Double.parseDouble(Objects.requireNonNull(row.get(column), column));
  }

  @Test
  void summaryIsWhatOneReckonsByHand() {
    var dense = only("SELECT * FROM summary WHERE method = 'dense'", measured);
    assertThat(dense).containsEntry("n", "3").containsEntry("stage", "dense");
    assertThat(number(dense, "test_accuracy_mean")).isEqualTo(0.82, offset(EXACT));
    // Standard deviation 0.02, so a standard error of 0.02 / sqrt 3; t of 2 degrees is 4.3026527.
    assertThat(number(dense, "test_accuracy_low"))
        .isEqualTo(0.82 - 4.302652729911275 * 0.02 / Math.sqrt(3), offset(1e-9));
    assertThat(number(dense, "test_accuracy_high"))
        .isEqualTo(0.82 + 4.302652729911275 * 0.02 / Math.sqrt(3), offset(1e-9));
    assertThat(number(dense, "test_accuracy_least")).isEqualTo(0.80);
    assertThat(number(dense, "test_accuracy_most")).isEqualTo(0.84);
    assertThat(number(dense, "lowest_test_accuracy_mean")).isEqualTo(0.83, offset(EXACT));
    assertThat(number(dense, "epochs_mean")).isEqualTo(2);
    assertThat(number(dense, "seconds_mean")).isEqualTo(1);
    var pruned = only("SELECT * FROM summary WHERE method <> 'dense'", measured);
    assertThat(number(pruned, "sparsity_mean")).isEqualTo(33 / 44.0, offset(EXACT));
    assertThat(number(pruned, "compression_ratio_mean")).isEqualTo(4, offset(EXACT));
    assertThat(number(pruned, "theoretical_speedup_mean")).isEqualTo(4, offset(EXACT));
    assertThat(number(pruned, "theoretical_speedup_low")).isEqualTo(4, offset(EXACT));
  }

  @Test
  void pairedComparesSeedBySeed() {
    var row = only("SELECT * FROM paired", measured);
    assertThat(row)
        .containsEntry("other_method", "dense")
        .containsEntry("n", "2")
        .containsEntry("claim_at_5_percent", "impossible below 6 seeds");
    // The differences are -0.01 and -0.03.
    assertThat(number(row, "difference_mean")).isEqualTo(-0.02, offset(EXACT));
    assertThat(number(row, "difference_p")).isEqualTo(0.5);
    assertThat(number(row, "lowest_difference_mean")).isEqualTo(-0.02, offset(EXACT));
  }

  /**
   * Of seeds 0 and 1, dense 0.81 and 0.85: 0.7 loses 0.004 and 0.006, just half a point; 0.8 as
   * much, but one trial has not reached it; 0.9 loses a point.
   */
  @Test
  void largestTargetIsTheLastOneWithinHalfAPoint() {
    Path results = directory.resolve("targets");
    MeasuredTrials trials = new MeasuredTrials("small");
    write(
        results,
        List.of(
            trials.dense(0, 0.80),
            trials.dense(1, 0.84),
            trials.oneShot(Granularity.WEIGHTS, 0.5, 0, 0.80),
            trials.oneShot(Granularity.WEIGHTS, 0.5, 1, 0.84),
            trials.oneShot(Granularity.WEIGHTS, 0.7, 0, 0.796),
            trials.oneShot(Granularity.WEIGHTS, 0.7, 1, 0.834),
            trials.oneShot(Granularity.WEIGHTS, 0.8, 0, 0.79),
            MeasuredTrials.fallenShort(trials.oneShot(Granularity.WEIGHTS, 0.8, 1, 0.84)),
            trials.oneShot(Granularity.WEIGHTS, 0.9, 0, 0.79),
            trials.oneShot(Granularity.WEIGHTS, 0.9, 1, 0.83),
            trials.oneShot(Granularity.UNITS, 0.5, 0, 0.79)));
    var weights = only("SELECT * FROM largest_target WHERE granularity = 'weights'", results);
    assertThat(weights)
        .containsEntry("method", "one-shot")
        .containsEntry("stage", "pruned")
        .containsEntry("largest_target", "0.7")
        .containsEntry("n", "2");
    assertThat(number(weights, "sparsity_mean")).isEqualTo(30 / 44.0, offset(EXACT));
    assertThat(number(weights, "accuracy_mean")).isEqualTo(0.825, offset(EXACT));
    assertThat(number(weights, "difference_mean")).isEqualTo(-0.005, offset(EXACT));
    // The standard error of -0.004 and -0.006 is 0.001; t of one degree is 12.7062.
    assertThat(number(weights, "difference_low"))
        .isEqualTo(-0.005 - 12.706204736432095 * 0.001, offset(1e-9));
    assertThat(number(weights, "difference_high"))
        .isEqualTo(-0.005 + 12.706204736432095 * 0.001, offset(1e-9));
    var units = only("SELECT * FROM largest_target WHERE granularity = 'units'", results);
    assertThat(units).containsEntry("largest_target", null).containsEntry("n", null);
    String all = "SELECT * FROM largest_target";
    assertThat(Answers.byDuckDb(all, results).rounded())
        .containsExactlyInAnyOrderElementsOf(answers.bySpark(all, results).rounded());
  }

  @Test
  void paretoLeavesOutWhatIsBeaten() {
    assertThat(Answers.byDuckDb("SELECT method FROM pareto ORDER BY method", measured).cells())
        .extracting(row -> row.get(0))
        .hasSize(2);
    Path beaten = directory.resolve("beaten");
    MeasuredTrials trials = new MeasuredTrials("small");
    write(beaten, List.of(trials.dense(0, 0.80), trials.pruned(0, 0.80, 6, 1)));
    assertThat(only("SELECT stage FROM pareto", beaten)).containsEntry("stage", "pruned");
  }

  @Test
  void curvesTellThePrunes() {
    assertThat(
            Answers.byDuckDb(
                    "SELECT epoch, n, prunes, round(train_accuracy_mean, 6) AS mean FROM curves"
                        + " WHERE method <> 'dense' ORDER BY epoch",
                    measured)
                .cells())
        .containsExactly(List.of("1", "2", "2", "0.55"), List.of("2", "2", "0", "0.55"));
  }

  @Test
  void layerCollapseFindsTheLayerThatIsCutOff() {
    var row = only("SELECT * FROM layer_collapse", measured);
    assertThat(row).containsEntry("seed", "1").containsEntry("layer", "2");
  }

  @Test
  void failuresTellWhy() {
    assertThat(only("SELECT * FROM failures", measured)).containsEntry("error", "The loss is NaN");
  }

  /** SciPy calculated them from the same trials: see scipy_figures.py beside the file. */
  @Test
  void agreeWithSciPy() throws IOException {
    for (String[] case_ : csv("scipy-figures.csv")) {
      String where = " WHERE method <> 'dense' AND dataset = '%s'".formatted(case_[0]);
      var summary = only("SELECT * FROM summary" + where, figures);
      var paired = only("SELECT * FROM paired" + where, figures);
      assertThat(summary).containsEntry("n", case_[1]);
      List<Double> ours =
          Stream.of(
                  number(summary, "test_accuracy_mean"),
                  number(summary, "test_accuracy_low"),
                  number(summary, "test_accuracy_high"),
                  number(paired, "difference_mean"),
                  number(paired, "difference_low"),
                  number(paired, "difference_high"),
                  number(paired, "difference_p"))
              .toList();
      for (int i = 0; i < ours.size(); i++) {
        assertThat(ours.get(i))
            .as("%s, figure %d", case_[0], i)
            .isEqualTo(Double.parseDouble(case_[i + 2]), within(1e-9));
      }
      assertThat(paired)
          .containsEntry(
              "claim_at_5_percent",
              Integer.parseInt(case_[1]) < 6 ? "impossible below 6 seeds" : "possible");
    }
  }

  @Test
  void functionsAreThereForQueries() {
    String query =
        "SELECT student_t95(9), student_t95(0), sign_flip_p('1 1 1 1 1 1'), sign_flip_p('0 0'),"
            + " sign_flip_p(NULL)";
    var ours = Answers.byDuckDb(query, measured);
    assertThat(ours.rounded().get(0))
        .containsExactly("2.262157163", "null", "0.03125000000", "1.000000000", "null");
    assertThat(answers.bySpark(query, measured).rounded()).isEqualTo(ours.rounded());
  }
}
