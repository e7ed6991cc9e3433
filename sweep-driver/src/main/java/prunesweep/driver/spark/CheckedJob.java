package prunesweep.driver.spark;

import java.util.Optional;
import org.apache.spark.api.java.function.Function;
import prunesweep.trainer.machine.BlasCore;

/**
 * Function of a task that runs only where OpenBLAS runs the kernels that the config asks for.
 *
 * @param core the kernels
 * @param job the function that runs a trial or stage
 */
record CheckedJob<S, O>(BlasCore core, Function<S, O> job) implements Function<S, TaskResult<O>> {

  @Override
  public TaskResult<O> call(S spec) throws Exception {
    Optional<String> refusal = KernelCheck.refusal(core);
    return refusal.isPresent()
        ? new TaskResult.Refused<>(refusal.get())
        : new TaskResult.Completed<>(job.call(spec));
  }
}
