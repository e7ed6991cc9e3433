package prunesweep.driver.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** All trials, and chosen ones beside one another. */
final class TrialsSection implements Section {

  @Override
  public String id() {
    return "trials";
  }

  @Override
  public String title() {
    return "Trials";
  }

  @Override
  public String explanation() {
    return "Every trial. Chosen ones are compared below, the settings in which they differ first;"
        + " the choice is part of the address of this page.";
  }

  @Override
  public String absence() {
    return "No trial is finished yet.";
  }

  @Override
  public Optional<ObjectNode> data(Findings findings) {
    return findings.ofAllTrials();
  }
}
