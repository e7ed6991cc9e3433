package prunesweep.driver.spark;

import java.util.Optional;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import prunesweep.trainer.TrialRunner;
import prunesweep.trainer.checkpoint.Checkpoint;
import prunesweep.trainer.checkpoint.SharedStages;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.trial.TrialOutcome;
import prunesweep.trainer.trial.TrialSpec;

/**
 * Function of a task that runs a trial; each executor fetches data set and checkpoints once.
 *
 * @param dataset the data set, broadcast
 * @param from the checkpoint it goes on from, broadcast; null for a trial from its start
 * @param dense the dense network it is compared with, broadcast; null where it trains that itself
 */
record TrialJob(
    Broadcast<Dataset> dataset,
    @Nullable Broadcast<Checkpoint> from,
    @Nullable Broadcast<Checkpoint> dense)
    implements Function<TrialSpec, TrialOutcome> {

  @Override
  public TrialOutcome call(TrialSpec spec) {
    return new TrialRunner()
        .run(spec, dataset.value(), new SharedStages(value(from), value(dense)));
  }

  private static Optional<Checkpoint> value(@Nullable Broadcast<Checkpoint> checkpoint) {
    return Optional.ofNullable(checkpoint).map(Broadcast::value);
  }
}
