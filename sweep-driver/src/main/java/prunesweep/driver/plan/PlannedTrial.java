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
    // What trials differ in goes first: a line on a terminal is cut at its end.
    return "%s: %s, seed %d, %s %s"
        .formatted(
            label(),
            TrialLabel.of(spec),
            spec.seed(),
            TrialLabel.dataset(spec),
            spec.network().label());
  }

  @Override
  public DatasetSpec dataset() {
    return spec.dataset();
  }
}
