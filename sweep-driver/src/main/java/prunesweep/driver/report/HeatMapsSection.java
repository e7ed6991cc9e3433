package prunesweep.driver.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/** Which weights are not zero, as in the paper's figures 6 and A9 to A11. */
final class HeatMapsSection implements Section {

  private static final Chosen CHOSEN = new Chosen("heat_maps", 6);

  private static final String SQL =
      """
      WITH %s,
      first_seeds AS (
        SELECT {{varying||trials.@, }}trials.dataset, MIN(seed) AS seed
        FROM trials
        %s
        WHERE trial_id IN (SELECT trial_id FROM heat_maps)
        GROUP BY {{varying||trials.@, }}trials.dataset
      )
      SELECT {{varying||trials.@, }}trials.seed, stage, layer, inputs, units, pattern
      FROM trials
      JOIN first_seeds s ON s.seed = trials.seed
        AND s.dataset = trials.dataset{{varying|| AND s.@ IS NOT DISTINCT FROM trials.@}}
      JOIN heat_maps ON heat_maps.trial_id = trials.trial_id
      ORDER BY {{varying||trials.@, }}layer, stage
      """;

  @Override
  public String id() {
    return "heat-maps";
  }

  @Override
  public String title() {
    return "Heat maps of weights that are not zero";
  }

  @Override
  public String explanation() {
    return "A row is an input of the layer, a column one of its units; the darker a cell, the"
        + " more of its weights are not zero. Of a larger matrix a cell is the mean of a block,"
        + " at most %1$d x %1$d cells a matrix. Of each combination the first seed is shown."
            .formatted(HeatMapCells.MOST);
  }

  @Override
  public String absence() {
    return "No trial kept its heat maps: analyses = [heat-maps] in the config does.";
  }

  @Override
  public Optional<ObjectNode> data(Findings findings) {
    Rows rows = findings.rows(SQL.formatted(CHOSEN.expression(), Chosen.join("trials")));
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    findings.combinations(rows, data);
    rows.texts(data, "stage", "seed").numbers(data, "layer", "inputs", "units");
    ArrayNode maps = data.putArray("cells");
    for (int row = 0; row < rows.size(); row++) {
      maps.add(cells(rows, row).json());
    }
    CHOSEN.tell(findings, data);
    return Optional.of(data);
  }

  private static HeatMapCells cells(Rows rows, int row) {
    return HeatMapCells.of(
        Integer.parseInt(Objects.requireNonNull(rows.cell(row, "inputs"))),
        Integer.parseInt(Objects.requireNonNull(rows.cell(row, "units"))),
        HexFormat.of().parseHex(Objects.requireNonNull(rows.cell(row, "pattern"))));
  }
}
