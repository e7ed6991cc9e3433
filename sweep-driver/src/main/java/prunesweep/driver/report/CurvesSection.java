package prunesweep.driver.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Training curves with the prunes, as in the paper's figures 2 to 5. */
final class CurvesSection implements Section {

  private static final Chosen CHOSEN = new Chosen("epochs", 120);
  private static final int EPOCHS = 120;

  private static final String SQL =
      """
      WITH %s
      SELECT {{varying||curves.@, }}phase, epoch, n, prunes, train_loss_mean, validation_loss_mean,
        sparsity_mean, train_accuracy_mean, train_accuracy_least, train_accuracy_most,
        validation_accuracy_mean, validation_accuracy_least, validation_accuracy_most
      FROM curves %s
      WHERE epoch %% %d = 0 OR epoch = 1 OR prunes > 0
      ORDER BY {{varying||curves.@, }}phase, epoch
      """;

  @Override
  public String id() {
    return "curves";
  }

  @Override
  public String title() {
    return "Training curves";
  }

  @Override
  public String explanation() {
    return "Means over the seeds, epoch by epoch, in a band from the least to the most of them;"
        + " a triangle marks an epoch with a prune. Curves go on as long as the last seed trains.";
  }

  @Override
  public String absence() {
    return "No trial is done yet.";
  }

  @Override
  public Optional<ObjectNode> data(Findings findings) {
    int longest = (int) findings.number("SELECT MAX(epoch) FROM epochs");
    int every = Math.max(1, (longest + EPOCHS - 1) / EPOCHS);
    Rows rows = findings.rows(SQL.formatted(CHOSEN.expression(), Chosen.join("curves"), every));
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    findings.combinations(rows, data);
    rows.texts(data, "phase")
        .numbers(data, "epoch", "n", "prunes")
        .numbers(data, "train_loss_mean", "validation_loss_mean", "sparsity_mean")
        .numbers(data, "train_accuracy_mean", "train_accuracy_least", "train_accuracy_most")
        .numbers(data, "validation_accuracy_mean")
        .numbers(data, "validation_accuracy_least", "validation_accuracy_most");
    CHOSEN.tell(findings, data);
    if (every > 1) {
      data.put(
          "thinned",
          "Of the epochs the first, every %dth and those with a prune are in this page."
              .formatted(every));
    }
    return Optional.of(data);
  }
}
