package prunesweep.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prunesweep.driver.cli.ExitCode;

/** Wrong arguments: one sentence and exit code 2, before anything starts. */
class BenchCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--rounds 0 | --rounds must be from 1 to 1000, got 0",
        "--rounds 1001 | --rounds must be from 1 to 1000, got 1001",
        "--rounds many | 'many' is not an int",
        "--steps -1 | --steps must be from 1 to 20000, got -1",
        "--steps 1.5 | '1.5' is not an int",
        "--without-torch --data fashion-mnits | did you mean fashion-mnist?",
        "--without-torch --data mnist=/no/such/folder | /no/such/folder",
        "--data mnist --data mnist | --data must be different data sets, got mnist twice",
        "--out figures.txt | --out must be a name that ends with .json or .csv, got figures.txt",
        "--out /no/such/folder/figures.json | /no/such/folder/figures.json",
        "--out . | --out must be a file that can be written, in an existing folder, got .",
        "--python /no/such/python | apt-get install python3-torch libopenblas0-pthread",
        "--runds 3 | did you mean --rounds?",
        "more | Unmatched argument"
      })
  void getsOneSentence(String arguments, String sentence) {
    assertThat(execute("bench " + arguments)).isEqualTo(ExitCode.PROBLEM);
    assertThat(err.toString()).hasLineCount(1).contains(sentence).doesNotContain("Exception");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void explainsItself() {
    assertThat(execute("bench --help")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .contains(
            "Usage: sweep bench", "--rounds", "--steps", "--data", "--without-torch", "--out");
  }

  private int execute(String line) {
    return Bench.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(line.split(" "));
  }
}
