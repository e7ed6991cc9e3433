package prunesweep.driver.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Singular values around each prune, as in the paper's figures 7 and A1 to A8. */
final class SingularValuesSection implements Section {

  private static final Chosen CHOSEN = new Chosen("singular_values", 12);
  private static final int POSITIONS = 40;
  private static final int FIRST = 10;

  private static final String SQL =
      """
      WITH %s,
      measured AS (
        SELECT {{varying||trials.@, }}trials.dataset AS of_dataset, cycle, moment, layer, position,
          value
        FROM singular_values v
        JOIN trials ON trials.trial_id = v.trial_id
        WHERE position <= %d OR position %% %d = 0
      )
      SELECT {{varying||measured.@, }}cycle, moment, layer, position, AVG(value) AS value_mean,
        COUNT(*) AS n
      FROM measured %s
      GROUP BY {{varying||measured.@, }}cycle, moment, layer, position, of_dataset
      ORDER BY {{varying||measured.@, }}cycle, moment, layer, position
      """;

  @Override
  public String id() {
    return "singular-values";
  }

  @Override
  public String title() {
    return "Singular values around a prune";
  }

  @Override
  public String explanation() {
    return "The singular values of a hidden layer's matrix, largest first, before and after a"
        + " prune: means over the seeds that made it.";
  }

  @Override
  public String absence() {
    return "No trial kept its singular values: analyses = [singular-values] in the config does.";
  }

  @Override
  public Optional<ObjectNode> data(Findings findings) {
    int most = (int) findings.number("SELECT MAX(position) FROM singular_values");
    int every = Math.max(1, (most + POSITIONS - 1) / POSITIONS);
    Rows rows =
        findings.rows(SQL.formatted(CHOSEN.expression(), FIRST, every, Chosen.join("measured")));
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    findings.combinations(rows, data);
    rows.texts(data, "moment").numbers(data, "cycle", "layer", "position", "value_mean", "n");
    CHOSEN.tell(findings, data);
    if (every > 1) {
      data.put(
          "thinned",
          "Of the values the %d largest and every %dth are in this page.".formatted(FIRST, every));
    }
    return Optional.of(data);
  }
}
