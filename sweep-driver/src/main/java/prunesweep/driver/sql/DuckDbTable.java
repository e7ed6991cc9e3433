package prunesweep.driver.sql;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import prunesweep.driver.tables.Table;

/** A table of the results as a view of DuckDB over its files. */
final class DuckDbTable {

  private static final Pattern GLOB = Pattern.compile("[\\[*?]");

  private DuckDbTable() {}

  /** The statement that makes it. Where files lack a column, rows have what the table says. */
  static String view(Table<?> table, List<Path> files) {
    List<String> patterns = files.stream().map(DuckDbTable::pattern).toList();
    return "CREATE VIEW %s AS %s".formatted(table.name(), query(table, patterns));
  }

  /** All rows of the files of {@code patterns}, with the columns of {@code table}. */
  static String query(Table<?> table, List<String> patterns) {
    String columns =
        table.duckDbTypes().keySet().stream()
            .map(name -> column(table, name))
            .collect(Collectors.joining(", "));
    return "SELECT %s FROM (%s)".formatted(columns, rows(table, patterns));
  }

  /** The column {@code name}, in rows of older files with the value that it then has. */
  static String column(Table<?> table, String name) {
    Map<String, Object> older = table.valuesInOlderFiles();
    return older.containsKey(name) ? orElse(name, older.get(name)) : name;
  }

  private static String orElse(String column, Object value) {
    String literal = value instanceof String text ? quoted(text) : value.toString();
    return "COALESCE(%1$s, %2$s) AS %1$s".formatted(column, literal);
  }

  /** The rows of the files, with all columns of the table beside those that the files have. */
  private static String rows(Table<?> table, List<String> patterns) {
    String none =
        table.duckDbTypes().entrySet().stream()
            .map(column -> "CAST(NULL AS %s) AS %s".formatted(column.getValue(), column.getKey()))
            .collect(Collectors.joining(", ", "SELECT ", " WHERE false"));
    if (patterns.isEmpty()) {
      return none;
    }
    String paths =
        patterns.stream().map(DuckDbTable::quoted).collect(Collectors.joining(", ", "[", "]"));
    return """
    %s UNION ALL BY NAME
    SELECT * FROM read_parquet(%s, union_by_name = true, hive_partitioning = false)\
    """
        .formatted(none, paths);
  }

  /** DuckDB takes a path for a pattern: its special letters stand for themselves in brackets. */
  static String pattern(Path file) {
    return GLOB.matcher(file.toAbsolutePath().toString()).replaceAll("[$0]");
  }

  /** The text as a literal of SQL. */
  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
