package prunesweep.driver.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Parallel coordinates of the settings and the share of the variance that each accounts for. */
final class SettingsSection implements Section {

  @Override
  public String id() {
    return "settings";
  }

  @Override
  public String title() {
    return "Settings side by side";
  }

  @Override
  public String explanation() {
    return "Each line is a combination of settings, from its values to its mean. A bar of the"
        + " importance chart is the share of the variance of the means that lies between the"
        + " values of one setting alone; settings that vary together share it, so the bars"
        + " do not add up to one.";
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
