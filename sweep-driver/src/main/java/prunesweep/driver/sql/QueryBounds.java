package prunesweep.driver.sql;

/**
 * Refuses texts that Spark's parser, which is recursive, takes minutes for or breaks down at, and
 * answers too large to be shown.
 */
final class QueryBounds {

  /** More are a table for a program, which reads the Parquet files itself. */
  static final int MOST_ROWS = 1_000_000;

  private static final int MOST_CHARACTERS = 100_000;
  private static final int MOST_DEPTH = 50;

  private final String query;
  private int depth;
  private int deepest;

  private QueryBounds(String query) {
    this.query = query;
  }

  /** Throws unless {@code query} is of a length and depth that a person would write. */
  static void require(String query) {
    if (query.length() > MOST_CHARACTERS) {
      throw refused("at most %d characters long".formatted(MOST_CHARACTERS), query.length());
    }
    int deepest = new QueryBounds(query).deepest();
    if (deepest > MOST_DEPTH) {
      throw refused("nested at most %d brackets deep".formatted(MOST_DEPTH), deepest);
    }
  }

  /** The problem of a query that is too deep in another way than by brackets. */
  static QueryException tooComplex() {
    return refused("simple enough for Spark to parse", "too many operators in one another");
  }

  private static QueryException refused(String rule, Object got) {
    return new QueryException("Cannot run the query: it must be %s, got %s".formatted(rule, got));
  }

  /** Throws unless an answer of {@code rows} rows can be shown. */
  static void requireRows(int rows) {
    if (rows > MOST_ROWS) {
      throw new QueryException(
          "Cannot run the query: its answer must have at most %d rows, got more; add a LIMIT"
              .formatted(MOST_ROWS));
    }
  }

  private int deepest() {
    for (int at = 0; at < query.length(); at++) {
      switch (query.charAt(at)) {
        case '\'', '"', '`' -> at = quoteAfter(at);
        case '(', '[' -> deepest = Math.max(deepest, ++depth);
        case ')', ']' -> depth--;
        default -> {}
      }
    }
    return deepest;
  }

  /** The quote that ends what the one at {@code start} begins, or the end of the query. */
  private int quoteAfter(int start) {
    int at = start + 1;
    while (at < query.length() && query.charAt(at) != query.charAt(start)) {
      at += query.charAt(at) == '\\' ? 2 : 1;
    }
    return at;
  }
}
