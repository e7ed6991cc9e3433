package prunesweep.driver.sql;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import prunesweep.driver.tables.Table;
import prunesweep.driver.views.View;
import prunesweep.driver.views.Views;
import prunesweep.trainer.key.Suggestion;

/**
 * Relations that a query may read: tables and views, by name.
 *
 * @param names of all of them
 * @param columns the names of all their columns
 */
record Relations(Set<String> names, Set<String> columns) {

  /** The {@code tables} and all views. */
  static Relations of(Collection<Table<?>> tables) {
    Set<String> names = new LinkedHashSet<>();
    Set<String> columns = new LinkedHashSet<>();
    for (Table<?> table : tables) {
      names.add(table.name());
      columns.addAll(table.duckDbTypes().keySet());
    }
    for (View view : Views.all()) {
      names.add(view.name());
      columns.addAll(view.columnNames());
    }
    return new Relations(names, columns);
  }

  /**
   * Refuses a relation that is neither here nor one of {@code queries}.
   *
   * @param path its name, part by part
   * @param queries names that the query itself gives (with), in lower case
   */
  void require(List<String> path, Set<String> queries) {
    String name = String.join(".", path);
    String lowerCase = name.toLowerCase(Locale.ROOT);
    if (path.size() != 1 || !(names.contains(lowerCase) || queries.contains(lowerCase))) {
      throw unknownTable(name);
    }
  }

  QueryException unknownTable(String name) {
    return new QueryException(
        "Cannot run the query: what it reads must be one of %s; %s cannot be found%s"
            .formatted(String.join(", ", names), name, nearest(name, names)));
  }

  QueryException unknownColumn(String name) {
    return new QueryException(
        "Cannot run the query: a column must be one of what it reads, got %s%s"
            .formatted(name, nearest(name, columns)));
  }

  private static String nearest(String name, Collection<String> choices) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    return Suggestion.nearest(last, choices).map("; did you mean %s?"::formatted).orElse("");
  }
}
