package prunesweep.driver.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The best trial so far over the sweep. */
final class ProgressSection implements Section {

  @Override
  public String id() {
    return "progress";
  }

  @Override
  public String title() {
    return "Best so far";
  }

  @Override
  public String explanation() {
    return "The trial of the highest validation accuracy so far, in the order in which trials were"
        + " finished, and what that trial's network has on the test images. Time is"
        + " computing time: the seconds of the trials added up.";
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
