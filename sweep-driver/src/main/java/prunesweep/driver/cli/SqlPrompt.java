package prunesweep.driver.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import prunesweep.driver.sql.QueryException;
import prunesweep.driver.tables.TablesException;

/**
 * A prompt for queries: each ends with a semicolon, what has been asked comes back with the arrow
 * keys, also next time, and a tab completes the names of tables, views and columns.
 */
final class SqlPrompt {

  private static final String PROMPT = "sweep> ";
  private static final String MORE = "    -> ";
  private static final Set<String> ENDS = Set.of("exit", "quit", "\\q");

  private final Function<String, String> run;

  /** A prompt whose queries {@code run} answers with a text. */
  SqlPrompt(Function<String, String> run) {
    this.run = run;
  }

  /** Whether a person sits at the standard input; the launcher, which knows, says so. */
  static boolean isOnTerminal() {
    return "false".equals(System.getProperty(QueryText.IS_PIPED));
  }

  /** Asks on the terminal of this process until its user has enough. */
  void onTerminal() throws IOException {
    try (Terminal terminal = TerminalBuilder.builder().system(true).dumb(true).build()) {
      ask(terminal, historyFile());
    }
  }

  /** Asks on {@code terminal}; what is asked is kept in {@code history}, if that can be written. */
  void ask(Terminal terminal, Optional<Path> history) {
    LineReader reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("prunesweep")
            .parser(new SqlStatementParser())
            .completer(new SqlCompleter())
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, MORE)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
    history.ifPresent(file -> reader.setVariable(LineReader.HISTORY_FILE, file));
    PrintWriter out = terminal.writer();
    out.println("A query ends with a semicolon, a tab completes names; exit or Ctrl-D ends this.");
    out.flush();
    for (Optional<String> text = next(reader); text.isPresent(); text = next(reader)) {
      answer(text.get(), out);
    }
  }

  /** The next statement; empty at the end. */
  private static Optional<String> next(LineReader reader) {
    while (true) {
      try {
        String text = SqlStatementParser.statement(reader.readLine(PROMPT));
        if (ENDS.contains(text.toLowerCase(Locale.ROOT))) {
          return Optional.empty();
        } else if (!text.isEmpty()) {
          return Optional.of(text);
        }
      } catch (UserInterruptException e) {
        // Ctrl-C gives a line up, not the prompt.
      } catch (EndOfFileException e) {
        return Optional.empty();
      }
    }
  }

  private void answer(String text, PrintWriter out) {
    try {
      out.print(run.apply(text));
    } catch (QueryException | TablesException e) {
      out.println(Printable.sentence(String.valueOf(e.getMessage())));
    }
    out.flush();
  }

  /** The file for what was asked, where the XDG base directory specification puts such files. */
  private static Optional<Path> historyFile() {
    String state = System.getenv("XDG_STATE_HOME");
    Path folder =
        state == null || !Path.of(state).isAbsolute()
            ? Path.of(System.getProperty("user.home"), ".local", "state")
            : Path.of(state);
    try {
      return Optional.of(
          Files.createDirectories(folder.resolve("prunesweep")).resolve("sql-history"));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
