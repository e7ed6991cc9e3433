package prunesweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.reader.Candidate;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Parser.ParseContext;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.driver.sql.ResultQuery;
import prunesweep.driver.tables.ResultTables;
import prunesweep.driver.tables.SampleTrials;

/** What is typed at the prompt, and what comes back. */
class SqlPromptTest {

  @TempDir Path directory;

  private Path results;

  @BeforeEach
  void writeResults() {
    results = directory.resolve("results");
    try (ResultTables tables = ResultTables.open(results)) {
      tables.commit(List.of(SampleTrials.done(1), SampleTrials.failed(2)));
    }
  }

  private String typed(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayInputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    try (Terminal terminal = terminal(in, out)) {
      new SqlPrompt(query -> ResultQuery.byDuckDb(results).run(query, ResultFormat.csv::render))
          .ask(terminal, Optional.of(directory.resolve("history")));
    }
    return out.toString(StandardCharsets.UTF_8).replace("\r", "");
  }

  private static Terminal terminal(ByteArrayInputStream in, ByteArrayOutputStream out)
      throws IOException {
    Terminal terminal = new DumbTerminal("test", "dumb", in, out, StandardCharsets.UTF_8);
    terminal.setSize(new Size(200, 50));
    return terminal;
  }

  @Test
  void answersEachStatement() throws IOException {
    assertThat(typed("SELECT status FROM trials\nORDER BY status;\nSELECT 6 * 7 AS n;\nexit\n"))
        .contains("status\ndone\nfailed\n", "n\n42\n");
  }

  @Test
  void goesOnAfterAMistake() throws IOException {
    assertThat(typed("SELECT * FROM trails;\nSELECT test_acuracy FROM trials;\nSELECT 6 * 7;\n"))
        .contains("trails cannot be found; did you mean trials?")
        .contains("got test_acuracy; did you mean test_accuracy?")
        .contains("42");
  }

  @Test
  void endsAtTheEndOfTheInput() throws IOException {
    assertThat(typed("")).contains("exit or Ctrl-D");
    assertThat(typed("\n;\nquit\nSELECT 42;\n")).doesNotContain("42\n");
  }

  @Test
  void keepsWhatWasAsked() throws IOException {
    typed("SELECT 1;\n");
    assertThat(Files.readString(directory.resolve("history"))).contains("SELECT 1;");
  }

  @Test
  void completesNames() throws IOException {
    assertThat(completed("SELECT avg(test_acc")).contains("avg(test_accuracy");
    assertThat(completed("SELECT * FROM summ")).containsExactly("summary");
    assertThat(completed("select * from TRI")).contains("trials", "trial_id");
    assertThat(completed("SELECT t.learning_rate_")).contains("t.learning_rate_schedule");
    assertThat(completed("SELECT * FROM zzz")).isEmpty();
  }

  private static List<String> completed(String line) throws IOException {
    try (Terminal terminal =
        terminal(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream())) {
      LineReader reader = LineReaderBuilder.builder().terminal(terminal).build();
      List<Candidate> candidates = new ArrayList<>();
      new SqlCompleter()
          .complete(
              reader,
              new SqlStatementParser().parse(line, line.length(), ParseContext.COMPLETE),
              candidates);
      return candidates.stream().map(Candidate::value).toList();
    }
  }
}
