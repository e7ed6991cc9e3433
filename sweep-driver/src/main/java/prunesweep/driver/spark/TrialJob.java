package prunesweep.driver.spark;

import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import prunesweep.trainer.TrialRunner;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.machine.BlasCore;
import prunesweep.trainer.spec.TrialSpec;

/**
 * What a task does with its trial; the data set is fetched once by each executor JVM.
 *
 * @param dataset the data set, broadcast
 * @param core whose kernels OpenBLAS is to run
 */
record TrialJob(Broadcast<Dataset> dataset, BlasCore core)
    implements Function<TrialSpec, TrialAnswer> {

  @Override
  public TrialAnswer call(TrialSpec spec) {
    return KernelCheck.refusal(core)
        .<TrialAnswer>map(TrialAnswer.Refused::new)
        .orElseGet(() -> new TrialAnswer.Ran(new TrialRunner().run(spec, dataset.value())));
  }
}
