package prunesweep.driver.spark;

/** Modules of Java that the program needs and that the virtual machine has only if told so. */
public final class JavaModules {

  private static final String VECTOR = "jdk.incubator.vector";

  private JavaModules() {}

  /**
   * Checks that this virtual machine has them; executors have, since Spark itself sees to it.
   *
   * @throws ClusterException if it has not
   */
  public static void require() {
    if (ModuleLayer.boot().findModule(VECTOR).isEmpty()) {
      throw new ClusterException(
          ("Cannot run trials: Java must be started with --add-modules=%1$s, as ./sweep and Spark's"
                  + " bin/spark-submit start it, got a virtual machine without it; in standalone"
                  + " cluster mode: --conf spark.driver.extraJavaOptions=--add-modules=%1$s")
              .formatted(VECTOR));
    }
  }
}
