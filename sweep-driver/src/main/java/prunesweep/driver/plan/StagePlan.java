package prunesweep.driver.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import prunesweep.trainer.spec.StageId;
import prunesweep.trainer.spec.TrialId;

/**
 * Stages that are run before the trials of a plan, and the trials that go on from each.
 *
 * @param stages each has a trial or another stage that goes on from it
 * @param starts the stage a trial goes on from; a trial that shares no start is not among them
 * @param denses the stage that trains the dense network a trial is compared with
 */
public record StagePlan(
    List<PlannedStage> stages, Map<TrialId, StageId> starts, Map<TrialId, StageId> denses) {

  public StagePlan {
    stages = List.copyOf(stages);
    starts = Map.copyOf(starts);
    denses = Map.copyOf(denses);
  }

  /** The ids of the stages. */
  public Set<StageId> ids() {
    return stages.stream().map(PlannedStage::id).collect(Collectors.toSet());
  }
}
