package prunesweep.driver.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import prunesweep.driver.config.ConfigLoader;
import prunesweep.driver.config.SweepConfig;
import prunesweep.driver.plan.SweepPlan;
import prunesweep.driver.plan.SweepPlanner;
import prunesweep.driver.tables.ResultRows;
import prunesweep.trainer.machine.OpenBlas;

/**
 * The ids and rows of every sweep that comes with the program, as they were when methods, scores
 * and keys were still wired in by hand. A change of the code never changes them. {@code
 * -Dprunesweep.golden=write} writes the files anew, for sweeps that are added.
 */
class GoldenSweepsTest {

  private static final Path HOME = Path.of(System.getProperty("prunesweep.home"));
  private static final Path FOLDER =
      HOME.resolve("sweep-driver/src/test/resources/prunesweep/driver/run");

  /** Sweeps whose trainings go through OpenBLAS, step by step. */
  private static final Set<String> TRAINED_BY_BLAS = Set.of("lenet5", "nuclear-norm");

  /** Sweeps of so many trials that rows are only compared of the first target of each block. */
  private static final Set<String> OF_MANY_TARGETS = Set.of("published");

  /** Sweeps whose ids alone are compared: their rows take too long. */
  private static final Set<String> WITHOUT_ROWS =
      Set.of("before-training", "compression", "lottery");

  /** Columns that come from a decomposition by OpenBLAS. */
  private static final Set<String> DECOMPOSED =
      Set.of("rank_tolerance", "nuclear_norm", "effective_rank", "stable_rank", "value");

  @TempDir Path directory;

  static Stream<String> sweeps() throws IOException {
    try (Stream<Path> files = Files.list(HOME.resolve("conf"))) {
      return files
          .map(file -> file.getFileName().toString().replace(".conf", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  static Stream<String> sweepsWithRows() throws IOException {
    return sweeps().filter(sweep -> !WITHOUT_ROWS.contains(sweep));
  }

  @Test
  void everyTrialKeepsItsId() throws IOException {
    StringBuilder text = new StringBuilder();
    for (String sweep : sweeps().toList()) {
      SweepConfig config = ConfigLoader.load(HOME.resolve("conf/" + sweep + ".conf"), List.of());
      SweepPlan plan = SweepPlanner.plan(config, request -> "c0".repeat(32));
      text.append("%s %s%n".formatted(sweep, plan.sweepId()));
      plan.trials().forEach(trial -> text.append("  %s%n".formatted(trial.id())));
    }
    mustBe(FOLDER.resolve("golden-ids.txt"), text.toString());
  }

  @ParameterizedTest
  @MethodSource("sweepsWithRows")
  void everyTrialKeepsItsRows(String sweep) throws IOException {
    Path config = Files.writeString(directory.resolve("short.conf"), shortened(sweep));
    Path out = directory.resolve("out");
    RunReport report =
        SweepRun.execute(SmallSweep.options(config, out, "local[2]"), new RecordedEvents());
    assertThat(report.isComplete()).isTrue();
    GoldenRows rows = GoldenRows.of(out, TRAINED_BY_BLAS.contains(sweep));
    Path file = FOLDER.resolve("golden-rows-" + sweep + ".txt");
    if (isWriting()) {
      Files.writeString(file, rows.text());
    }
    List<String> expected = Files.readAllLines(file);
    assertThat(rows.comparable(expected)).isEqualTo(rows.expected(expected));
  }

  /** The sweep on the sample that comes along, few epochs long, with prunes from early on. */
  private static String shortened(String sweep) {
    Config config = ConfigFactory.parseFile(HOME.resolve("conf/" + sweep + ".conf").toFile());
    List<ConfigValue> blocks = new ArrayList<>();
    for (Config block : config.getConfigList("grid")) {
      blocks.add(shortened(OF_MANY_TARGETS.contains(sweep) ? atItsFirstTarget(block) : block));
    }
    Config whole =
        ConfigFactory.parseString(
                """
                sweep.seeds = [0]
                dataset { name = fashion-mnist-sample }
                training { max-epochs = 5, target-accuracy = 0.7 }
                activation.first-threshold = 0.2
                magnitude { every = 30, epochs = 2 }
                dynamic.every = 3
                """)
            .withFallback(config.withoutPath("dataset.csv"))
            .withValue("grid", ConfigValueFactory.fromIterable(blocks));
    return whole.root().render(ConfigRenderOptions.concise());
  }

  private static ConfigValue shortened(Config block) {
    Config shorter = block.withoutPath("dataset").withoutPath("training.max-epochs");
    if (block.hasPath("\"network\".\"hidden\"")) {
      Object first = block.getList("network.hidden").get(0).unwrapped();
      shorter = shorter.withValue("network.hidden", ConfigValueFactory.fromAnyRef(first));
    }
    return shorter.root();
  }

  private static Config atItsFirstTarget(Config block) {
    return block.hasPath("target")
        ? block.withValue("target", block.getList("target").get(0))
        : block;
  }

  private static void mustBe(Path file, String text) throws IOException {
    if (isWriting()) {
      Files.writeString(file, text);
    }
    assertThat(file).hasContent(text);
  }

  private static boolean isWriting() {
    return "write".equals(System.getProperty("prunesweep.golden"));
  }

  /**
   * One line a table: its name, number of rows, the hashes of all its values and of those that no
   * kernel of OpenBLAS decides, and its columns; then the trials in a few words.
   *
   * @param core whose kernels ran
   * @param tables the rows by table
   * @param dependsOnCore whether every figure depends on the kernels
   */
  private record GoldenRows(
      String core, Map<String, List<Map<String, @Nullable Object>>> tables, boolean dependsOnCore) {

    static GoldenRows of(Path out, boolean dependsOnCore) throws IOException {
      return new GoldenRows(
          OpenBlas.inUse().core(), new TreeMap<>(ResultRows.repeatable(out)), dependsOnCore);
    }

    String text() {
      StringBuilder text = new StringBuilder("core " + core + "\n");
      tables.forEach((table, rows) -> text.append(line(table, columns(rows))).append('\n'));
      rows("trials").forEach(row -> text.append(inWords(row)).append('\n'));
      return text.toString();
    }

    private List<Map<String, @Nullable Object>> rows(String table) {
      return tables.getOrDefault(table, List.of());
    }

    private static Set<String> columns(List<Map<String, @Nullable Object>> rows) {
      return rows.stream()
          .flatMap(row -> row.keySet().stream())
          .collect(Collectors.toCollection(TreeSet::new));
    }

    private String line(String table, Set<String> columns) {
      Set<String> exact = new TreeSet<>(columns);
      exact.removeAll(DECOMPOSED);
      boolean isExact = !dependsOnCore && !table.equals("pca");
      return "%s %d %s %s %s"
          .formatted(
              table,
              rows(table).size(),
              hash(table, columns),
              isExact ? hash(table, exact) : "-",
              String.join(",", columns));
    }

    private String hash(String table, Set<String> columns) {
      List<String> lines =
          rows(table).stream()
              .map(row -> columns.stream().map(column -> shown(row.get(column))).toList())
              .map(cells -> String.join("|", cells))
              .sorted()
              .toList();
      return DigestUtils.sha256Hex(String.join("\n", lines)).substring(0, 16);
    }

    private static String shown(@Nullable Object value) {
      return value instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(value);
    }

    private static String inWords(Map<String, @Nullable Object> row) {
      return Stream.of("trial_id", "method", "cycles_done", "epochs", "sparsity", "test_accuracy")
          .map(column -> String.valueOf(row.get(column)))
          .collect(Collectors.joining(" ", "  ", ""));
    }

    /** These rows in the columns of {@code expected}, without what other kernels compute. */
    List<String> comparable(List<String> expected) {
      List<String> lines = new ArrayList<>();
      for (String line : tableLines(expected)) {
        String[] words = line.split(" ", -1);
        Set<String> columns = new TreeSet<>(List.of(words[4].split(",")));
        columns.remove("");
        lines.add(withoutOtherKernels(line(words[0], columns), expected));
      }
      return lines;
    }

    List<String> expected(List<String> expected) {
      return tableLines(expected).stream()
          .map(line -> withoutOtherKernels(line, expected))
          .toList();
    }

    private static List<String> tableLines(List<String> expected) {
      return expected.stream().skip(1).filter(line -> !line.startsWith(" ")).toList();
    }

    private String withoutOtherKernels(String line, List<String> expected) {
      String[] words = line.split(" ", -1);
      boolean sameCore = expected.get(0).equals("core " + core);
      return "%s %s %s %s"
          .formatted(
              words[0],
              dependsOnCore && !sameCore ? "-" : words[1],
              sameCore ? words[2] : "-",
              words[3]);
    }
  }
}
