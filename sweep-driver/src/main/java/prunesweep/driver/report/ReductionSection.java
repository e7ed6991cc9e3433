package prunesweep.driver.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * The pruned networks beside the dense one cut to their ranks, as in the paper's tables 11 to 13.
 */
final class ReductionSection implements Section {

  private static final Chosen CHOSEN = new Chosen("pca", 400);

  private static final String SQL =
      """
      WITH %s,
      measured AS (
        SELECT {{varying||trials.@, }}trials.dataset AS of_dataset, reduction,
          p.test_accuracy AS cut, p.pruned_test_accuracy AS pruned
        FROM pca p
        JOIN trials ON trials.trial_id = p.trial_id
      )
      SELECT {{varying||measured.@, }}reduction, COUNT(*) AS n,
        {{cut pruned|,
        |AVG(@) AS @_mean,
        AVG(@) - student_t95(COUNT(@) - 1) * STDDEV_SAMP(@) / SQRT(COUNT(@)) AS @_low,
        AVG(@) + student_t95(COUNT(@) - 1) * STDDEV_SAMP(@) / SQRT(COUNT(@)) AS @_high}}
      FROM measured %s
      GROUP BY {{varying||measured.@, }}reduction, of_dataset
      ORDER BY {{varying||measured.@, }}reduction
      """;

  @Override
  public String id() {
    return "pca";
  }

  @Override
  public String title() {
    return "Pruned beside the dense network cut to the same ranks";
  }

  @Override
  public String explanation() {
    return "Test accuracy, mean over the seeds with its 95 % interval, of the pruned network and of"
        + " the dense network of the same seed whose hidden layers were cut to the pruned"
        + " one's ranks, by principal components (pca) and by the singular value"
        + " decomposition (svd); retrained where it was trained on after that.";
  }

  @Override
  public String absence() {
    return "No trial was compared with a cut network: analyses = [pca] in the config does.";
  }

  @Override
  public Optional<ObjectNode> data(Findings findings) {
    Rows rows = findings.rows(SQL.formatted(CHOSEN.expression(), Chosen.join("measured")));
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    findings.combinations(rows, data);
    rows.texts(data, "reduction")
        .numbers(data, "n", "cut_mean", "cut_low", "cut_high")
        .numbers(data, "pruned_mean", "pruned_low", "pruned_high");
    CHOSEN.tell(findings, data);
    return Optional.of(data);
  }
}
