package prunesweep.driver.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.package$;
import org.apache.spark.sql.SparkSession;

/** Opens Spark sessions set up for sweeps. */
public final class Sessions {

  private static final String LOOPBACK = "127.0.0.1";

  /** The options of deploy/jvm.options that leave training's short counted loops whole. */
  private static final String WHOLE_LOOPS =
      "-XX:-UseCountedLoopSafepoints -XX:LoopStripMiningIter=0";

  private Sessions() {}

  /**
   * A session on {@code master}. Spark throws checked exceptions that its methods do not declare.
   *
   * @param properties Spark properties of the user; they win over what is set here
   * @throws ClusterException if no session can be had
   */
  public static OpenSession open(String name, Master master, Map<String, String> properties) {
    master.requireReachable();
    SparkValues values = new SparkValues(master.url(), properties);
    values.require();
    Path scratch = scratch();
    SparkConf conf = defaults(master, scratch).setAppName(name).setMaster(master.url());
    properties.forEach(conf::set);
    try {
      return new OpenSession(SparkSession.builder().config(conf).getOrCreate(), scratch);
    } catch (Exception e) {
      OpenSession.delete(scratch);
      String reason = reason(e);
      throw new ClusterException(
          "Cannot start Spark on %s: %s%s".formatted(master.url(), reason, values.meantBy(reason)),
          e);
    }
  }

  /** The version of Spark that sessions run on. */
  public static String sparkVersion() {
    return package$.MODULE$.SPARK_VERSION();
  }

  private static SparkConf defaults(Master master, Path scratch) {
    SparkConf conf =
        new SparkConf()
            .set("spark.ui.enabled", "false")
            .set("spark.ui.showConsoleProgress", "false")
            .set("spark.sql.warehouse.dir", scratch.resolve("warehouse").toUri().toString())
            .set("spark.sql.shuffle.partitions", "1")
            .set("spark.sql.session.timeZone", "UTC");
    if (master.isOnThisHost()) {
      conf.set("spark.driver.host", LOOPBACK).set("spark.driver.bindAddress", LOOPBACK);
    }
    return master.isLocal() ? conf : executors(conf);
  }

  /**
   * Adds the settings of executors. They find classes and native libraries where the driver found
   * them: on a cluster of several hosts the project is at the same path on each. One BLAS thread a
   * slot.
   */
  private static SparkConf executors(SparkConf conf) {
    return conf.set("spark.executor.extraClassPath", System.getProperty("java.class.path"))
        .set("spark.executor.defaultJavaOptions", WHOLE_LOOPS)
        .set("spark.executorEnv.SPARK_SCALA_VERSION", "2.13")
        .set("spark.executorEnv.OMP_NUM_THREADS", "1");
  }

  private static Path scratch() {
    try {
      Path directory = Files.createTempDirectory("prunesweep-");
      directory.toFile().deleteOnExit();
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String reason(Exception e) {
    return e instanceof ClassNotFoundException
        ? "there is no class " + e.getMessage()
        : String.join(" ", String.valueOf(e.getMessage()).lines().toList());
  }

  static String firstLine(Throwable e) {
    String message = String.valueOf(e.getMessage());
    return message.lines().findFirst().orElse(e.getClass().getSimpleName());
  }
}
