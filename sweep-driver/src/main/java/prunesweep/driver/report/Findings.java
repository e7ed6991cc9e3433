package prunesweep.driver.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import prunesweep.driver.sql.ResultQuery;
import prunesweep.driver.views.ListTemplate;

/**
 * The results as sections ask for them: rows of SQL, in which the settings that vary stand as
 * {@code {{varying|separator|pattern}}}.
 */
final class Findings {

  private final ResultQuery.Queries queries;
  private final Combinations combinations;
  private final ListTemplate template;

  private Findings(ResultQuery.Queries queries, Combinations combinations) {
    this.queries = queries;
    this.combinations = combinations;
    template = new ListTemplate(Map.of("varying", combinations::varying));
  }

  static Findings of(ResultQuery.Queries queries) {
    return new Findings(queries, Combinations.of(queries));
  }

  /** The settings of all trials. */
  Combinations combinations() {
    return combinations;
  }

  /** The rows of {@code sql}. */
  Rows rows(String sql) {
    return queries.run(template.fill(sql), Rows::of);
  }

  /** The one number of the one row of {@code sql}; 0 for null. */
  double number(String sql) {
    String cell = rows(sql).cells().get(0).get(0);
    return cell == null ? 0 : Double.parseDouble(cell);
  }

  /** The combinations that have rows in {@code table}. */
  long count(String table) {
    return (long)
        number(
            """
            SELECT COUNT(*) FROM (
              SELECT DISTINCT {{varying||@, }}dataset FROM trials
              WHERE trial_id IN (SELECT trial_id FROM %s)
            ) combined
            """
                .formatted(table));
  }

  /** Nothing beside the data that sections share, where a trial is done. */
  Optional<ObjectNode> ofFinishedTrials() {
    return some(number("SELECT COUNT(*) FROM trials WHERE status = 'done'"));
  }

  /** Nothing beside the data that sections share, where there is a trial, failed or not. */
  Optional<ObjectNode> ofAllTrials() {
    return some(number("SELECT COUNT(*) FROM trials"));
  }

  private static Optional<ObjectNode> some(double trials) {
    return trials == 0 ? Optional.empty() : Optional.of(JsonNodeFactory.instance.objectNode());
  }

  /** Puts the combination of settings of each row into {@code data}, as {@code combination}. */
  void combinations(Rows rows, ObjectNode data) {
    ArrayNode numbers = data.putArray("combination");
    for (int row = 0; row < rows.size(); row++) {
      List<@Nullable String> values = new ArrayList<>();
      for (String setting : combinations.varying()) {
        values.add(rows.cell(row, setting));
      }
      numbers.add(combinations.number(values));
    }
  }
}
