package prunesweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.driver.run.SmallSweep;

/** Networks of a real sweep, taken away and asked. */
class ExportCommandTest {

  private static final String TWO_TRIALS =
      SmallSweep.TEN_TRIALS
          + """
          sweep.seeds = [0]
          keep = [all]
          grid = [
            { method = one-shot, score = magnitude, granularity = units, target = 0.5 }
            { method = dense, keep = [] }
          ]
          """;

  @TempDir static Path directory;

  private static Path results;

  @TempDir Path files;

  @BeforeAll
  static void runTwoTrials() {
    results = directory.resolve("results");
    Path config = SmallSweep.write(directory, TWO_TRIALS);
    Said said =
        Said.by("run", config.toString(), "--out", results.toString(), "--master", "local[2]");
    assertThat(said.code()).as(said.err()).isZero();
  }

  private static String one(String query) {
    Said said = Said.by("sql", "--results", results.toString(), "--format", "csv", query);
    assertThat(said.code()).as(said.err()).isZero();
    return said.out().lines().skip(1).findFirst().orElseThrow();
  }

  private static String pruned() {
    return one("SELECT trial_id FROM trials WHERE method = 'one-shot'");
  }

  private Said export(String trial, Path file, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of("export", trial, "--results", results.toString(), "-o", file.toString()));
    all.addAll(List.of(more));
    return Said.by(all.toArray(String[]::new));
  }

  @Test
  void keepsTheStagesThatAreAskedFor() {
    assertThat(one("SELECT string_agg(stage, ' ' ORDER BY stage) FROM kept_networks"))
        .isEqualTo("dense pruned");
    assertThat(one("SELECT sum(octet_length(weights)) / 4 FROM kept_networks WHERE stage='pruned'"))
        .startsWith(one("SELECT nonzero_weights FROM trials WHERE method = 'one-shot'"));
  }

  @Test
  void everyFormatHasTheAccuracyOfTheTables() {
    for (String stage : List.of("dense", "pruned")) {
      String accuracy =
          one(
              "SELECT test_accuracy FROM evaluations WHERE trial_id = '%s' AND stage = '%s'"
                  .formatted(pruned(), stage));
      for (NetworkFormatName format : NetworkFormatName.values()) {
        for (List<String> compact : List.of(List.<String>of(), List.of("--compact"))) {
          Path file = files.resolve(stage + format + compact.size());
          Said exported =
              export(
                  pruned().substring(0, 6),
                  file,
                  Stream.concat(
                          Stream.of("--format", format.name(), "--stage", stage), compact.stream())
                      .toArray(String[]::new));
          assertThat(exported.err()).isEmpty();
          assertThat(exported.code()).isZero();
          assertThat(exported.out()).startsWith(file + ": trial " + pruned());

          Said said = Said.by("predict", file.toString(), "--data", "fashion-mnist-sample");
          assertThat(said.err()).isEmpty();
          assertThat(said.out())
              .startsWith(
                  String.format(
                      Locale.ROOT, "Accuracy: %.4f of 1,000 rows", Double.parseDouble(accuracy)))
              .contains("Ankle boot", "precision", "recall");
        }
      }
    }
  }

  @Test
  void compactNetworksAreSmaller() throws IOException {
    Path whole = files.resolve("whole.npz");
    Path compact = files.resolve("compact.npz");
    export(pruned(), whole, "--format", "npz");
    Said said = export(pruned(), compact, "--format", "npz", "--compact");

    assertThat(said.out()).contains("Compact: ", "1,000 rows take ", "times as fast");
    assertThat(Files.size(compact)).isLessThan(Files.size(whole));
  }

  @Test
  void refusesWhatItCannotExport() throws IOException {
    Path file = files.resolve("network.onnx");
    String other = pruned().substring(0, 15) + (pruned().endsWith("0") ? "1" : "0");
    requireRefused(
        export(other, file, "--format", "onnx"),
        "TRIAL must be a trial_id of %s, or the start of one, got %s; did you mean %s?"
            .formatted(results, other, pruned()));
    requireRefused(
        export("", file, "--format", "onnx"),
        "TRIAL must be a trial_id of %s, or the start of one, got ".formatted(results));
    String dense = one("SELECT trial_id FROM trials WHERE method = 'dense'");
    requireRefused(
        export(dense, file, "--format", "onnx"),
        "TRIAL must be a trial that kept its network (keep = [all] in its sweep), got " + dense);
    requireRefused(
        export(pruned(), file, "--format", "onnx", "--stage", "retrained"),
        "--stage must be one that trial %s kept: dense, pruned, got retrained".formatted(pruned()));
    requireRefused(
        export(pruned(), files.resolve("no/folder"), "--format", "onnx"),
        "-o must be a file that can be written, got " + files.resolve("no/folder"));
    assertThat(files).isEmptyDirectory();
    Files.createFile(file);
    requireRefused(
        export(pruned(), file, "--format", "onnx"), "-o must be a new file, got " + file);
  }

  private static void requireRefused(Said said, String rule) {
    assertThat(said.code()).isEqualTo(ExitCode.PROBLEM);
    assertThat(said.out()).isEmpty();
    assertThat(said.err())
        .isEqualTo("Cannot export the network: %s (see 'sweep export --help')%n".formatted(rule));
  }

  /** Four rows of four numbers cannot go into a network of 784 inputs, nor can other files. */
  @Test
  void refusesDataThatDoNotFit() throws IOException {
    Path network = files.resolve("network.npz");
    export(pruned(), network, "--format", "npz");
    Path csv = Files.writeString(files.resolve("x.csv"), "a,b,kind\n1,2,Coat\n3,4,Bag\n");

    assertThat(predict(network, "--data", csv.toString(), "--label", "kind"))
        .isEqualTo(
            "Cannot ask the network: --data must be rows of 784 numbers, got rows of 2 (see 'sweep"
                + " predict --help')\n");
    Files.writeString(csv, "a,b,kind\n1,2,Coat\n3,4,Hat\n");
    assertThat(predict(network, "--data", csv.toString(), "--label", "kind"))
        .startsWith("Cannot read %s: line 3, column kind must be a class of".formatted(csv))
        .doesNotContain("\n\n");
    assertThat(predict(network, "--data", csv.toString()))
        .startsWith("Cannot ask the network: --data must be one of fashion-mnist, mnist,");
    assertThat(predict(csv, "--data", "fashion-mnist-sample"))
        .startsWith("Cannot read the network: %s must be a file in ONNX".formatted(csv));
    assertThat(predict(files.resolve("none"), "--data", "fashion-mnist-sample"))
        .startsWith("Cannot ask the network: FILE must be a file, got ");
  }

  private static String predict(Path network, String... more) {
    List<String> all = new ArrayList<>(List.of("predict", network.toString()));
    all.addAll(List.of(more));
    Said said = Said.by(all.toArray(String[]::new));
    assertThat(said.code()).isEqualTo(ExitCode.PROBLEM);
    assertThat(said.out()).isEmpty();
    return said.err().replace(System.lineSeparator(), "\n");
  }
}
