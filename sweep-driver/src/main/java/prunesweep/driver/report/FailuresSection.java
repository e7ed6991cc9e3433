package prunesweep.driver.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Failed trials with their reasons. */
final class FailuresSection implements Section {

  private static final int MOST = 2_000;

  private static final String SQL =
      """
      SELECT {{varying||@, }}seed, sweep, trial_id, failure_kind, error, seconds
      FROM failures
      ORDER BY failure_kind, error, trial_id
      LIMIT %d
      """;

  @Override
  public String id() {
    return "failures";
  }

  @Override
  public String title() {
    return "Failures";
  }

  @Override
  public String explanation() {
    return "Trials that failed, with the reason. The others do not wait for them; run"
        + " --retry-failed tries them again.";
  }

  @Override
  public String absence() {
    return "No trial failed.";
  }

  @Override
  public Optional<ObjectNode> data(Findings findings) {
    Rows rows = findings.rows(SQL.formatted(MOST));
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    findings.combinations(rows, data);
    rows.texts(data, "sweep", "trial_id", "failure_kind", "error", "seed").numbers(data, "seconds");
    long all = (long) findings.number("SELECT COUNT(*) FROM failures");
    if (all > MOST) {
      data.put("leftOut", "Of %d failures %d are in this page.".formatted(all, MOST));
    }
    return Optional.of(data);
  }
}
