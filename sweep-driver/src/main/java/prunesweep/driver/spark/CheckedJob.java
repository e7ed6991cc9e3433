package prunesweep.driver.spark;

import java.util.Optional;
import org.apache.spark.api.java.function.Function;
import prunesweep.trainer.machine.BlasCore;

/**
 * A job that is done only where OpenBLAS runs as the config asks.
 *
 * @param core whose kernels it is to run
 * @param job what else a task does
 */
record CheckedJob<S, O>(BlasCore core, Function<S, O> job) implements Function<S, Answer<O>> {

  @Override
  public Answer<O> call(S spec) throws Exception {
    Optional<String> refusal = KernelCheck.refusal(core);
    return refusal.isPresent()
        ? new Answer.Refused<>(refusal.get())
        : new Answer.Ran<>(job.call(spec));
  }
}
