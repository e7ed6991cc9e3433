package prunesweep.driver.spark;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import prunesweep.trainer.machine.BlasCore;
import prunesweep.trainer.machine.BlasCoreException;
import prunesweep.trainer.machine.OpenBlas;

/** Check that executors can run OpenBLAS with the kernels that the config asks for. */
public final class KernelCheck {

  private KernelCheck() {}

  /**
   * Asks the executors of this moment, before anything else is done; those that come later are
   * asked with their first trial.
   *
   * @throws ClusterException if one of them cannot, or if all are lost meanwhile
   */
  public static void require(OpenSession session, BlasCore core) {
    if (core != BlasCore.AUTOMATIC) {
      refusals(session, core).stream()
          .findFirst()
          .ifPresent(
              sentence -> {
                throw new ClusterException(sentence);
              });
    }
  }

  /** Runs a task in each slot: all executors are free, so that each of them gets one. */
  private static List<String> refusals(OpenSession session, BlasCore core) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(session.spark().sparkContext());
    int slots = context.defaultParallelism();
    List<Integer> tasks = IntStream.range(0, slots).boxed().toList();
    try {
      return context
          .parallelize(tasks, slots)
          .flatMap(task -> refusal(core).stream().iterator())
          .collect();
    } catch (Exception e) {
      throw ClusterException.lost(e);
    }
  }

  /** Loads OpenBLAS with the kernels, on an executor; returns the reason where that fails. */
  static Optional<String> refusal(BlasCore core) {
    try {
      OpenBlas.use(core);
      return Optional.empty();
    } catch (BlasCoreException e) {
      return Optional.of("%s (on %s)".formatted(e.getMessage(), host()));
    }
  }

  private static String host() {
    return SparkEnv.get().blockManager().blockManagerId().host();
  }
}
