package prunesweep.driver.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Data that several sections draw from: the trials, and the figures of their combinations. */
final class SharedData {

  private static final List<String> MEASURES =
      List.of(
          "test_accuracy",
          "lowest_test_accuracy",
          "sparsity",
          "compression_ratio",
          "theoretical_speedup",
          "epochs",
          "seconds");

  /** Without an order the rows come as they were committed: as trials were finished. */
  private static final String TRIALS =
      """
      SELECT {{varying||@, }}trial_id, sweep, seed, status, validation_accuracy, test_accuracy,
        sparsity, compression_ratio, cycles_done, target_reached, epochs, seconds
      FROM trials
      """;

  private static final String SUMMARY =
      "SELECT {{varying||@, }}stage, n, %s FROM summary ORDER BY {{varying||@, }}stage";

  private static final String SEEDS =
      """
      SELECT {{varying||@, }}stage, seed, test_accuracy, lowest_test_accuracy, sparsity,
        compression_ratio, theoretical_speedup
      FROM stages
      ORDER BY {{varying||@, }}stage, seed
      """;

  private SharedData() {}

  static ObjectNode of(Findings findings) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.set("combinations", findings.combinations().json());
    putTrials(findings, data.putObject("trials"));
    putSummary(findings, data.putObject("summary"));
    putSeeds(findings, data.putObject("seeds"));
    return data;
  }

  private static void putTrials(Findings findings, ObjectNode data) {
    Rows rows = findings.rows(TRIALS);
    findings.combinations(rows, data);
    rows.texts(data, "trial_id", "sweep", "seed", "status", "target_reached")
        .numbers(data, "validation_accuracy", "test_accuracy", "sparsity", "compression_ratio")
        .numbers(data, "cycles_done", "epochs", "seconds");
  }

  private static void putSummary(Findings findings, ObjectNode data) {
    List<String> columns =
        MEASURES.stream()
            .flatMap(name -> List.of(name + "_mean", name + "_low", name + "_high").stream())
            .toList();
    Rows rows = findings.rows(SUMMARY.formatted(String.join(", ", columns)));
    findings.combinations(rows, data);
    rows.texts(data, "stage").numbers(data, "n").numbers(data, columns.toArray(String[]::new));
  }

  private static void putSeeds(Findings findings, ObjectNode data) {
    Rows rows = findings.rows(SEEDS);
    findings.combinations(rows, data);
    rows.texts(data, "stage", "seed")
        .numbers(data, "test_accuracy", "lowest_test_accuracy", "sparsity")
        .numbers(data, "compression_ratio", "theoretical_speedup");
  }
}
