package prunesweep.driver.sql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Problem of DuckDB with a query, in one sentence. */
final class DuckDbProblem {

  private static final Pattern UNKNOWN_COLUMN =
      Pattern.compile(
          "^Binder Error: Referenced column \"(?<a>[^\"]+)\" (was )?not found"
              + "|^Binder Error: .*does not have a column named \"(?<b>[^\"]+)\"");

  private static final Pattern UNKNOWN_TABLE =
      Pattern.compile("^Binder Error: Referenced table \"([^\"]+)\" not found");

  private static final Pattern KIND =
      Pattern.compile("^([A-Z][A-Za-z ]* (Error|Exception)|([a-z]+\\.)+[A-Z]\\w*): ");

  private static final String OUT_OF_MEMORY = "Out of Memory Error";

  private DuckDbProblem() {}

  static QueryException of(Throwable failure, Relations relations) {
    String message = String.valueOf(failure.getMessage());
    Matcher column = UNKNOWN_COLUMN.matcher(message);
    if (column.find()) {
      return relations.unknownColumn(
          column.group("a") == null ? column.group("b") : column.group("a"));
    }
    Matcher table = UNKNOWN_TABLE.matcher(message);
    if (table.find()) {
      return relations.unknownTable(table.group(1));
    } else if (message.startsWith(OUT_OF_MEMORY)) {
      return new QueryException(
          "Cannot run the query: what it needs must fit into a memory of %s, got more"
              .formatted(DuckDbEngine.MEMORY),
          failure);
    }
    String sentence = KIND.matcher(Sentence.of(failure)).replaceFirst("");
    return new QueryException("Cannot run the query: " + sentence, failure);
  }

  /** The problem of a machine that DuckDB has no library for. */
  static QueryException ofLoading(LinkageError failure) {
    return new QueryException(
        "Cannot run the query: DuckDB must be made for this machine, got none; use --engine spark",
        failure);
  }
}
