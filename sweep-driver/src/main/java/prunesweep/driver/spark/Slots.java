package prunesweep.driver.spark;

import org.apache.spark.api.java.JavaSparkContext;

/** Slots of the executors of the moment: they come and go, and so do the slots. */
final class Slots {

  private static final String DYNAMIC = "spark.dynamicAllocation.enabled";

  private final JavaSparkContext context;
  private final boolean isDynamic;

  Slots(JavaSparkContext context) {
    this.context = context;
    this.isDynamic = context.getConf().getBoolean(DYNAMIC, false);
  }

  /** As many as run at once: the executors' cores, two while there are no executors. */
  int atOnce() {
    return context.defaultParallelism();
  }

  /**
   * As many as the executors have cores, two while there are no executors. Where Spark may ask for
   * more executors, twice as many: it asks for them only while tasks wait.
   */
  int now() {
    return isDynamic ? 2 * context.defaultParallelism() : context.defaultParallelism();
  }
}
