package prunesweep.driver.plan;

import prunesweep.trainer.data.source.DatasetRequest;
import prunesweep.trainer.spec.DatasetSpec;
import prunesweep.trainer.spec.TrialId;
import prunesweep.trainer.trial.TrialSpec;

/**
 * One trial of a plan.
 *
 * @param position its place in the plan, from 1
 * @param spec what it is
 * @param id the id of the spec
 * @param request how its images are asked for; not part of the trial
 */
public record PlannedTrial(int position, TrialSpec spec, TrialId id, DatasetRequest request)
    implements Planned {

  @Override
  public String label() {
    return "trial " + id;
  }

  @Override
  public DatasetSpec dataset() {
    return spec.dataset();
  }
}
