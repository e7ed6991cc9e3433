package prunesweep.driver.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Ranks, norms and zeros of the hidden layers, stage by stage. */
final class RanksSection implements Section {

  private static final Chosen CHOSEN = new Chosen("layers", 400);

  private static final String SQL =
      """
      WITH %s,
      measured AS (
        SELECT {{varying||trials.@, }}trials.dataset AS of_dataset, layers.stage, layer, rank,
          effective_rank, layers.nuclear_norm AS norm,
          1 - CAST(layers.nonzero_weights AS DOUBLE) / (inputs * units) AS zeros
        FROM layers
        JOIN trials ON trials.trial_id = layers.trial_id
      )
      SELECT {{varying||measured.@, }}stage, layer, COUNT(*) AS n,
        {{rank effective_rank norm zeros|,
        |AVG(@) AS @_mean,
        AVG(@) - student_t95(COUNT(@) - 1) * STDDEV_SAMP(@) / SQRT(COUNT(@)) AS @_low,
        AVG(@) + student_t95(COUNT(@) - 1) * STDDEV_SAMP(@) / SQRT(COUNT(@)) AS @_high}}
      FROM measured %s
      GROUP BY {{varying||measured.@, }}stage, layer, of_dataset
      ORDER BY {{varying||measured.@, }}stage, layer
      """;

  @Override
  public String id() {
    return "ranks";
  }

  @Override
  public String title() {
    return "Ranks of the hidden layers";
  }

  @Override
  public String explanation() {
    return "Mean over the seeds at each stage of a trial, with its 95 % interval. The rank counts"
        + " the singular values above NumPy's tolerance; the effective rank is exp of their"
        + " entropy, the nuclear norm their sum.";
  }

  @Override
  public String absence() {
    return "No trial is done yet.";
  }

  @Override
  public Optional<ObjectNode> data(Findings findings) {
    Rows rows = findings.rows(SQL.formatted(CHOSEN.expression(), Chosen.join("measured")));
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    findings.combinations(rows, data);
    rows.texts(data, "stage")
        .numbers(data, "layer", "n")
        .numbers(data, "rank_mean", "rank_low", "rank_high")
        .numbers(data, "effective_rank_mean", "effective_rank_low", "effective_rank_high")
        .numbers(data, "norm_mean", "norm_low", "norm_high")
        .numbers(data, "zeros_mean", "zeros_low", "zeros_high");
    CHOSEN.tell(findings, data);
    return Optional.of(data);
  }
}
