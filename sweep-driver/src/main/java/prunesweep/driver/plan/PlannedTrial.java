package prunesweep.driver.plan;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
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

  /** The ids of {@code trials}, in a set of the caller's own. */
  public static Set<TrialId> ids(Collection<PlannedTrial> trials) {
    return trials.stream().map(PlannedTrial::id).collect(Collectors.toCollection(HashSet::new));
  }

  @Override
  public WorkId work() {
    return WorkId.of(id);
  }

  @Override
  public String label() {
    return "trial " + id;
  }

  @Override
  public String description() {
    return "%s: %s %s %s, seed %d"
        .formatted(
            label(),
            TrialLabel.dataset(spec),
            spec.network().label(),
            TrialLabel.of(spec),
            spec.seed());
  }

  @Override
  public DatasetSpec dataset() {
    return spec.dataset();
  }
}
