package prunesweep.driver.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prunesweep.driver.sql.ResultQuery;
import prunesweep.driver.tables.TrialSettings;

/** The combinations of settings, but for the seed, that trials of the results have. */
final class Combinations {

  private final Rows rows;
  private final List<String> varying = new ArrayList<>();
  private final List<String> same = new ArrayList<>();
  private final Map<List<@Nullable String>, Integer> numbers = new HashMap<>();

  private Combinations(Rows rows) {
    this.rows = rows;
    for (String setting : rows.columns()) {
      (values(setting).size() > 1 ? varying : same).add(setting);
    }
    for (int row = 0; row < rows.size(); row++) {
      numbers.put(values(row), row);
    }
  }

  static Combinations of(ResultQuery.Queries queries) {
    String all = String.join(", ", TrialSettings.declared().all());
    String sql = "SELECT DISTINCT %1$s FROM trials ORDER BY %1$s".formatted(all);
    return new Combinations(queries.run(sql, Rows::of));
  }

  /** The settings that are not the same in all of them. */
  List<String> varying() {
    return varying;
  }

  /** The number of the combination with these values of {@link #varying}, from 0. */
  int number(List<@Nullable String> values) {
    return Objects.requireNonNull(numbers.get(values), values::toString);
  }

  private Set<@Nullable String> values(String setting) {
    Set<@Nullable String> values = new LinkedHashSet<>();
    for (int row = 0; row < rows.size(); row++) {
      values.add(rows.cell(row, setting));
    }
    return values;
  }

  private List<@Nullable String> values(int row) {
    List<@Nullable String> values = new ArrayList<>();
    for (String setting : varying) {
      values.add(rows.cell(row, setting));
    }
    return values;
  }

  /** For the page: the settings that vary, a column each, and the ones that do not. */
  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("size", rows.size());
    ObjectNode columns = json.putObject("varying");
    varying.forEach(setting -> rows.texts(columns, setting));
    ArrayNode names = json.putArray("same");
    if (!rows.isEmpty()) {
      for (String setting : same) {
        String value = rows.cell(0, setting);
        if (value != null) {
          names.addArray().add(setting).add(value);
        }
      }
    }
    return json;
  }
}
