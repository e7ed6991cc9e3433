package prunesweep.driver.spark;

import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import prunesweep.trainer.TrialRunner;
import prunesweep.trainer.checkpoint.Checkpoint;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.result.TrialOutcome;
import prunesweep.trainer.spec.TrialSpec;

/**
 * What a task does with its trial; data set and checkpoint are fetched once by each executor JVM.
 *
 * @param dataset the data set, broadcast
 * @param from the checkpoint it goes on from, broadcast; null for a trial from its start
 */
record TrialJob(Broadcast<Dataset> dataset, @Nullable Broadcast<Checkpoint> from)
    implements Function<TrialSpec, TrialOutcome> {

  @Override
  public TrialOutcome call(TrialSpec spec) {
    TrialRunner runner = new TrialRunner();
    return from == null
        ? runner.run(spec, dataset.value())
        : runner.run(spec, dataset.value(), from.value());
  }
}
