package prunesweep.driver.plan;

import java.util.Optional;
import prunesweep.trainer.data.source.DatasetRequest;
import prunesweep.trainer.spec.DatasetSpec;
import prunesweep.trainer.spec.StageId;
import prunesweep.trainer.spec.StageSpec;

/**
 * A stage to be had before what goes on from it.
 *
 * @param position the place of the first trial behind it
 * @param spec what it is
 * @param id the id of the spec
 * @param from the stage it goes on from itself, if any
 * @param request how its images are asked for
 */
public record PlannedStage(
    int position, StageSpec spec, StageId id, Optional<StageId> from, DatasetRequest request)
    implements Planned {

  /** The same, which goes on from {@code stage} itself, if any. */
  PlannedStage goingOnFrom(Optional<StageId> stage) {
    return new PlannedStage(position, spec, id, stage, request);
  }

  @Override
  public WorkId work() {
    return WorkId.of(id);
  }

  @Override
  public String label() {
    return "stage " + id;
  }

  @Override
  public String description() {
    return "%s: %s %s, the start of several trials, seed %d"
        .formatted(label(), dataset().name(), spec.trunk().network().label(), spec.trunk().seed());
  }

  @Override
  public DatasetSpec dataset() {
    return spec.trunk().dataset();
  }
}
