package prunesweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;

class HelpTest {

  static Stream<Arguments> commands() {
    return Stream.of(
        Arguments.of(
            "",
            List.of(
                "run",
                "plan",
                "sql",
                "report",
                "compare",
                "heatmaps",
                "data",
                "Exit codes",
                "2",
                "3")),
        Arguments.of(
            "run",
            List.of(
                "CONF",
                "--out",
                "--master",
                "--set",
                "--jars",
                "--fail-fast",
                "--retry-failed",
                "--retrain",
                "--report",
                "--quiet",
                "--json",
                "--notify")),
        Arguments.of("report", List.of("DIR", "--output", "HTML")),
        Arguments.of(
            "compare",
            List.of("SOURCE", "paper, one-shot, published", "--results", "text, csv, markdown")),
        Arguments.of("plan", List.of("CONF", "--set", "--jars")),
        Arguments.of("status", List.of("DIR", "--watch", "--json")),
        Arguments.of("sql", List.of("QUERY", "--results", "--format", "table, csv, json")),
        Arguments.of("heatmaps", List.of("DIR", "--trial", "--to", "PNG")),
        Arguments.of("export", List.of("TRIAL", "--stage", "--format", "onnx, npz, dl4j", "-o")),
        Arguments.of("predict", List.of("FILE", "--data", "--label", "--labels")),
        Arguments.of("data", List.of("list", "fetch")),
        Arguments.of("data list", List.of("--help")),
        Arguments.of("data fetch", List.of("NAME")));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void namesWhatACommandTakes(String command, List<String> words) {
    Said said = Said.by((command + " --help").strip().split(" "));
    assertThat(said.code()).isZero();
    assertThat(said.err()).isEmpty();
    assertThat(said.out()).contains(words).contains("Usage: sweep " + command);
  }

  static Stream<CommandSpec> sentences() {
    return specs(Sweep.commandLine().getCommandSpec())
        .filter(spec -> !(spec.userObject() instanceof HelpCommand));
  }

  private static Stream<CommandSpec> specs(CommandSpec spec) {
    return Stream.concat(
        Stream.of(spec),
        spec.subcommands().values().stream().flatMap(sub -> specs(sub.getCommandSpec())));
  }

  /** A text that is broken by hand is broken again, in other places, on a narrow terminal. */
  @ParameterizedTest
  @MethodSource
  void sentences(CommandSpec spec) {
    assertThat(spec.usageMessage().description())
        .isNotEmpty()
        .allSatisfy(text -> assertThat(text).endsWith("."));
    assertThat(spec.args())
        .allSatisfy(
            option ->
                assertThat(String.join(" ", option.description()))
                    .as(spec.qualifiedName() + " " + option.paramLabel())
                    .endsWith("."));
  }

  @Test
  void saysTheVersion() {
    Said said = Said.by("--version");
    assertThat(said.code()).isZero();
    assertThat(said.out().strip()).matches("prunesweep \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
  }

  @Test
  void listsTheDataSets() {
    Said said = Said.by("data", "list");
    assertThat(said.code()).isZero();
    assertThat(said.out()).contains("fashion-mnist", "mnist", "fashion-mnist-sample", "built in");
  }
}
