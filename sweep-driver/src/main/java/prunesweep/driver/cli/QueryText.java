package prunesweep.driver.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Source of a query's text: on the command line, in a file or on the standard input. */
final class QueryText {

  /** More than any query may have; the rest of a longer text need not be read to refuse it. */
  private static final int MOST_BYTES = 1 << 20;

  /** The launcher's word for whether the standard input is a file or a pipe, not a terminal. */
  static final String IS_PIPED = "prunesweep.input.piped";

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "QUERY",
      description = "One query, in quotes; without it and -f, the standard input.")
  private @Nullable String query;

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description = "File with one query.")
  private @Nullable Path file;

  /** Says that there is none: no query, no file, and a person at the standard input. */
  boolean isMissing() {
    return query == null && file == null && !Boolean.getBoolean(IS_PIPED);
  }

  boolean isTwice() {
    return query != null && file != null;
  }

  @Nullable Path file() {
    return file;
  }

  /**
   * The query.
   *
   * @throws IOException if the file or the standard input cannot be read
   */
  String read() throws IOException {
    if (query != null) {
      return query;
    }
    try (InputStream stream = file == null ? System.in : Files.newInputStream(file)) {
      return new String(stream.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    }
  }
}
