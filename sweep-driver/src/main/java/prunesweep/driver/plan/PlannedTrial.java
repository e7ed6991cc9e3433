package prunesweep.driver.plan;

import java.nio.file.Path;
import java.util.Optional;
import prunesweep.trainer.spec.DatasetSpec;
import prunesweep.trainer.spec.TrialId;
import prunesweep.trainer.spec.TrialSpec;

/**
 * One trial of a plan.
 *
 * @param position its place in the plan, from 1
 * @param spec what it is
 * @param id the id of the spec
 * @param datasetDirectory where its images lie, if the config says; not part of the trial
 */
public record PlannedTrial(
    int position, TrialSpec spec, TrialId id, Optional<Path> datasetDirectory) implements Planned {

  @Override
  public String label() {
    return "trial " + id;
  }

  @Override
  public DatasetSpec dataset() {
    return spec.dataset();
  }
}
