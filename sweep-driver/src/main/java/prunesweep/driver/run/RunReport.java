package prunesweep.driver.run;

import java.util.List;
import java.util.Optional;
import prunesweep.driver.plan.PlannedTrial;
import prunesweep.driver.plan.SweepPlan;
import prunesweep.driver.tables.FinishedTrial;
import prunesweep.driver.tables.TrialStatus;

/**
 * A run that ended.
 *
 * @param plan what was planned
 * @param lines one a planned trial, in the order of the plan
 */
public record RunReport(SweepPlan plan, List<Line> lines) {

  /**
   * A planned trial and what became of it.
   *
   * @param trial the trial
   * @param finished its row; empty when it was not run
   */
  public record Line(PlannedTrial trial, Optional<FinishedTrial> finished) {}

  /** Planned trials with this status, from this run or an earlier one. */
  public int count(TrialStatus status) {
    return (int)
        lines.stream()
            .flatMap(line -> line.finished().stream())
            .filter(trial -> trial.status() == status)
            .count();
  }

  /** Says if every planned trial is done. */
  public boolean isComplete() {
    return count(TrialStatus.DONE) == lines.size();
  }
}
