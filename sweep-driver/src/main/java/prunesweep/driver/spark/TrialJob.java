package prunesweep.driver.spark;

import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import prunesweep.trainer.TrialRunner;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.result.TrialOutcome;
import prunesweep.trainer.spec.TrialSpec;

/**
 * What a task does with its trial; the data set is fetched once by each executor JVM.
 *
 * @param dataset the data set, broadcast
 */
record TrialJob(Broadcast<Dataset> dataset) implements Function<TrialSpec, TrialOutcome> {

  @Override
  public TrialOutcome call(TrialSpec spec) {
    return new TrialRunner().run(spec, dataset.value());
  }
}
