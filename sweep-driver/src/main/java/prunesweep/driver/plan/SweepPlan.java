package prunesweep.driver.plan;

import java.util.List;

/**
 * The trials of a sweep, in the order they are to run.
 *
 * @param sweep the name of the sweep
 * @param sweepId the id of its resolved config
 * @param trials all different, at least one
 * @param sharesStages whether trials that start alike train that part once
 * @param merged how many points of the grid were left out because an earlier one is the same trial
 */
public record SweepPlan(
    String sweep, String sweepId, List<PlannedTrial> trials, boolean sharesStages, int merged) {

  public SweepPlan {
    trials = List.copyOf(trials);
  }
}
