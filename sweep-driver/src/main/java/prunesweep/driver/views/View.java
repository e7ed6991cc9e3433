package prunesweep.driver.views;

import java.util.List;
import java.util.function.Supplier;

/**
 * A view: a query with a name.
 *
 * @param name the name in SQL
 * @param grain what a row of it is, and what else there is to know
 * @param columns its columns in order, those that share a meaning together
 * @param text makes the query: that of published figures takes its time
 */
public record View(String name, String grain, List<Columns> columns, Supplier<String> text) {

  public View {
    columns = List.copyOf(columns);
  }

  /**
   * Some columns beside one another.
   *
   * @param names their names
   * @param meaning what they say
   */
  public record Columns(List<String> names, String meaning) {

    public Columns {
      names = List.copyOf(names);
    }
  }

  /** The query, in what Spark SQL and DuckDB have in common. */
  public String sql() {
    return text.get();
  }

  /** The names of all columns. */
  public List<String> columnNames() {
    return columns.stream().flatMap(some -> some.names().stream()).toList();
  }
}
