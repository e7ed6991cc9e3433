package prunesweep.driver.spark;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import prunesweep.trainer.machine.BlasCore;
import prunesweep.trainer.machine.BlasCoreException;
import prunesweep.trainer.machine.OpenBlas;

/** Whether executors can run OpenBLAS with the kernels that the config asks for. */
public final class KernelCheck {

  private KernelCheck() {}

  /**
   * Asks the executors there are now, before anything else is done; those that come later are asked
   * with their first trial.
   *
   * @throws ClusterException if one cannot, or all are lost meanwhile
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

  /** A task for each slot: Spark hands them to all executors that are free, and all are. */
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

  /** On an executor: loads OpenBLAS with the kernels, or says why it cannot. */
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
