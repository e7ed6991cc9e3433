package prunesweep.driver.published;

import java.util.Map;
import java.util.Objects;

/**
 * A row of a CSV file among the resources.
 *
 * @param cells the texts by the name of their column
 */
record ResourceRow(Map<String, String> cells) {

  ResourceRow {
    cells = Map.copyOf(cells);
  }

  /** The text in a column that the file has, empty for an empty cell. */
  String cell(String column) {
    return Objects.requireNonNull(cells.get(column), column);
  }

  /** The text in a column, empty where the file has none. */
  String cellOrNone(String column) {
    return cells.getOrDefault(column, "");
  }
}
