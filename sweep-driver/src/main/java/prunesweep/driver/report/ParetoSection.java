package prunesweep.driver.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Combinations that none other beats in both accuracy and compression. */
final class ParetoSection implements Section {

  @Override
  public String id() {
    return "pareto";
  }

  @Override
  public String title() {
    return "Pareto front";
  }

  @Override
  public String explanation() {
    return "Combinations that no other of the same data set and network beats: none has a higher"
        + " mean accuracy at no lower mean compression, or a higher compression at no lower"
        + " accuracy. Of what the filters leave.";
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
