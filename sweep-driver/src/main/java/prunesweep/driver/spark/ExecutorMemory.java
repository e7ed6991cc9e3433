package prunesweep.driver.spark;

import java.util.Map;
import java.util.Optional;
import prunesweep.trainer.TrialMemory;

/** Memory that executors ask for beside their heap, where they are started for a sweep. */
final class ExecutorMemory {

  private static final String CORES = "spark.executor.cores";
  private static final String OVERHEAD = "spark.executor.memoryOverhead";
  private static final long MIB = 1 << 20;

  /** The virtual machine's own, with code, threads and buffers of the network. */
  private static final long OF_JAVA = 512;

  /** The buffers of OpenBLAS's one thread. */
  private static final long OF_SLOT = 64;

  private ExecutorMemory() {}

  /**
   * The setting for executors whose every core runs a trial that takes {@code trial}.
   *
   * @param properties of Spark, which say how many cores
   */
  static Map<String, String> settings(TrialMemory trial, Map<String, String> properties) {
    long slots = cores(properties);
    long outside = (trial.outside() + MIB - 1) / MIB;
    return Map.of(OVERHEAD, "%dm".formatted(OF_JAVA + slots * (OF_SLOT + outside)));
  }

  /** Spark refuses what is no number by itself. */
  private static long cores(Map<String, String> properties) {
    String said = Optional.ofNullable(properties.get(CORES)).orElse(System.getProperty(CORES, "1"));
    return said.matches("\\d{1,4}") ? Long.parseLong(said) : 1;
  }
}
