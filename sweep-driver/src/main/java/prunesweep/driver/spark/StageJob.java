package prunesweep.driver.spark;

import java.util.Optional;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import prunesweep.driver.plan.WorkId;
import prunesweep.trainer.StageRunner;
import prunesweep.trainer.checkpoint.Checkpoint;
import prunesweep.trainer.checkpoint.DamagedCheckpointException;
import prunesweep.trainer.checkpoint.StageOutcome;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.spec.StageSpec;

/**
 * Function of a task that runs a stage; its checkpoint comes back to the driver as the result.
 *
 * @param dataset the data set, broadcast
 * @param from the checkpoint it goes on from, broadcast; null for a stage from its start
 * @param interval when its state is left
 */
record StageJob(
    Broadcast<Dataset> dataset, @Nullable Broadcast<Checkpoint> from, StateInterval interval)
    implements Function<StageSpec, StageOutcome> {

  private static final Logger LOG = LoggerFactory.getLogger(StageJob.class);

  @Override
  public StageOutcome call(StageSpec stage) {
    try (TaskJournal journal = TaskJournal.begun(WorkId.of(stage.id()), interval)) {
      Optional<Checkpoint> start =
          journal
              .state()
              .flatMap(bytes -> state(stage, bytes))
              .or(() -> Optional.ofNullable(from).map(Broadcast::value));
      return new StageRunner().run(stage, dataset.value(), start, journal);
    }
  }

  private static Optional<Checkpoint> state(StageSpec stage, byte[] bytes) {
    try {
      return Optional.of(Checkpoint.of(stage, bytes));
    } catch (DamagedCheckpointException e) {
      LOG.warn("Stage {} begins anew: {}", stage.id(), e.getMessage());
      return Optional.empty();
    }
  }
}
