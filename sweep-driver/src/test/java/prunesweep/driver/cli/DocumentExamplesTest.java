package prunesweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.ParseResult;
import prunesweep.driver.config.ConfigLoader;
import prunesweep.driver.tables.MeasuredTrials;
import prunesweep.driver.tables.ResultTables;
import prunesweep.driver.tables.SampleTrials;

/**
 * The examples in the documents: queries are run over made-up results, configs are loaded, and
 * commands are parsed, as most of them train for long. The documents about scores of one's own and
 * networks have tests of their own, which run their lines.
 */
class DocumentExamplesTest {

  /** A score of one's own is known only with its jar (OwnScorerTest). */
  private static final Pattern OWN_SCORE = Pattern.compile("\\brelative\\b");

  private static final Pattern COMMAND =
      Pattern.compile("\\./sweep((?: +(?:\"[^\"]*\"|'[^']*'|[^\\s\"'#>&|]+))+)");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
  private static final Pattern KEY = Pattern.compile("[a-z][a-z.-]*\\s*[={]");
  private static final Pattern FENCE = Pattern.compile("```(\\w*)");

  @TempDir static Path directory;

  private static Path results;

  /** A block of an example: its lines, without what marks it as one. */
  private record Block(String file, String kind, String text) {

    boolean isQuery() {
      return kind.equals("sql") || (kind.isEmpty() && text.startsWith("SELECT"));
    }

    boolean isConfig() {
      return !OWN_SCORE.matcher(text).find()
          && (kind.equals("hocon") || (kind.isEmpty() && KEY.matcher(text).lookingAt()));
    }
  }

  @BeforeAll
  static void writeResults() {
    results = directory.resolve("results");
    MeasuredTrials trials = new MeasuredTrials("small");
    try (ResultTables tables = ResultTables.open(results)) {
      tables.commit(
          List.of(
              SampleTrials.done(1),
              SampleTrials.failed(2),
              trials.dense(0, 0.8),
              trials.pruned(0, 0.79, 6, 1)));
    }
  }

  private static Path home() {
    return Path.of(System.getProperty("prunesweep.home"));
  }

  private static List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    try (Stream<Path> documents = Files.list(home().resolve("docs"))) {
      Stream.concat(Stream.of(home().resolve("README.md")), documents.sorted())
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !file.endsWith("commands.md"))
          .forEach(file -> addBlocks(file, blocks));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return blocks;
  }

  private static void addBlocks(Path file, List<Block> blocks) {
    String name = file.getFileName().toString();
    List<String> lines = read(file);
    List<String> block = new ArrayList<>();
    String kind = "";
    boolean isFenced = false;
    for (String line : lines) {
      Matcher fence = FENCE.matcher(line);
      boolean isFence = fence.matches();
      if (!isFence && (isFenced || line.startsWith("    "))) {
        block.add(isFenced ? line : line.substring(4));
        continue;
      }
      if (!block.isEmpty()) {
        blocks.add(new Block(name, kind, String.join("\n", block)));
        block.clear();
      }
      if (isFence) {
        isFenced = !isFenced;
        kind = isFenced ? fence.group(1) : "";
      }
    }
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Block> queries() {
    return blocks().stream().filter(Block::isQuery).toList();
  }

  static List<Block> configs() {
    return blocks().stream().filter(Block::isConfig).toList();
  }

  /** The words of each command, those of a file and of its block together. */
  static List<List<String>> commands() {
    List<List<String>> commands = new ArrayList<>();
    for (Block block : blocks()) {
      Matcher matcher = COMMAND.matcher(block.text());
      while (matcher.find()) {
        List<String> words = words(matcher.group(1));
        if (!List.of("bench", "jmh").contains(words.get(0))) {
          commands.add(words);
        }
      }
    }
    return commands;
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      words.add(
          matcher.group(1) != null
              ? matcher.group(1)
              : matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
    }
    return words;
  }

  @Test
  void findsTheExamples() {
    assertThat(queries()).hasSizeGreaterThan(8);
    assertThat(configs()).hasSizeGreaterThan(4);
    assertThat(commands()).hasSizeGreaterThan(15);
  }

  @ParameterizedTest
  @MethodSource("queries")
  void queriesRun(Block query) throws SQLException {
    if (query.text().contains("read_parquet")) {
      try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
          Statement statement = connection.createStatement()) {
        statement.execute(query.text().replace("'results/", "'" + results + "/"));
      }
    } else {
      requireAnswer(query.text());
    }
  }

  private static void requireAnswer(String query) {
    Said said = Said.by("sql", "--results", results.toString(), "--format", "csv", query);
    assertThat(said.err()).as(query).isEmpty();
    assertThat(said.code()).isZero();
  }

  @ParameterizedTest
  @MethodSource("configs")
  void configsAreRight(Block config) throws IOException {
    Path file = Files.writeString(directory.resolve("x.conf"), config.text());
    assertThatCode(() -> ConfigLoader.load(file, List.of())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void commandsAreRight(List<String> words) {
    ParseResult parsed = Sweep.commandLine().parseArgs(words.toArray(String[]::new)).subcommand();
    if (parsed == null || parsed.isUsageHelpRequested()) {
      return;
    }
    if (parsed.commandSpec().name().equals("sql") && parsed.hasMatchedPositional(0)) {
      requireAnswer(parsed.matchedPositionalValue(0, ""));
    }
    List<String> ready = words.stream().filter(word -> word.matches("conf/.+\\.conf")).toList();
    for (String conf : ready) {
      List<String> overrides = parsed.matchedOptionValue("--set", List.of());
      assertThatCode(() -> ConfigLoader.load(home().resolve(conf), overrides))
          .doesNotThrowAnyException();
    }
  }
}
