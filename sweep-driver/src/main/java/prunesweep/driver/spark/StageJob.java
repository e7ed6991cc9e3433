package prunesweep.driver.spark;

import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import prunesweep.trainer.StageRunner;
import prunesweep.trainer.checkpoint.Checkpoint;
import prunesweep.trainer.checkpoint.StageOutcome;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.spec.StageSpec;

/**
 * Function of a task that runs a stage; its checkpoint comes back to the driver as the result.
 *
 * @param dataset the data set, broadcast
 * @param from the checkpoint it goes on from, broadcast; null for a stage from its start
 */
record StageJob(Broadcast<Dataset> dataset, @Nullable Broadcast<Checkpoint> from)
    implements Function<StageSpec, StageOutcome> {

  @Override
  public StageOutcome call(StageSpec stage) {
    StageRunner runner = new StageRunner();
    return from == null
        ? runner.run(stage, dataset.value())
        : runner.run(stage, dataset.value(), from.value());
  }
}
