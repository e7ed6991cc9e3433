package prunesweep.driver.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Accuracy against what pruning saves: means, intervals and single seeds. */
final class AccuracySection implements Section {

  @Override
  public String id() {
    return "accuracy";
  }

  @Override
  public String title() {
    return "Accuracy against sparsity and compression";
  }

  @Override
  public String explanation() {
    return "A large mark is the mean over the seeds of a combination of settings; its bar is the 95"
        + " % interval of that mean by Student's t, and there is none for one seed. Small"
        + " pale marks are single seeds. Lines join the combinations that differ in the"
        + " setting they run along.";
  }

  @Override
  public String absence() {
    return "No trial is done yet.";
  }

  @Override
  public Optional<ObjectNode> data(Findings findings) {
    return findings.ofFinishedTrials();
  }
}
