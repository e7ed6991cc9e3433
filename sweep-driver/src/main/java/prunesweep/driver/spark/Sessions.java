package prunesweep.driver.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.SecurityManager;
import org.apache.spark.SparkConf;
import org.apache.spark.package$;
import org.apache.spark.sql.SparkSession;
import prunesweep.trainer.TrialMemory;

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
   * @param properties Spark properties of the config; they win over a submitter's ({@link
   *     Submission}), and those over what is set here
   * @throws ClusterException if no session can be had
   */
  public static OpenSession open(String name, Master master, Map<String, String> properties) {
    return open(name, master, properties, Map.of());
  }

  /** The same for a sweep whose trials take {@code trial}; executors ask for room for that. */
  public static OpenSession open(
      String name, Master master, Map<String, String> properties, TrialMemory trial) {
    return open(name, master, properties, ExecutorMemory.settings(trial, properties));
  }

  private static OpenSession open(
      String name, Master master, Map<String, String> properties, Map<String, String> executors) {
    master.requireReachable();
    SparkValues values = new SparkValues(master.url(), properties);
    values.require();
    Path scratch = scratch();
    SparkConf conf = conf(name, master, scratch, properties);
    if (!master.isLocal()) {
      executors.forEach(conf::setIfMissing);
    }
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

  /** The user's properties, those of a submitter where the user says nothing, then the defaults. */
  private static SparkConf conf(
      String name, Master master, Path scratch, Map<String, String> properties) {
    SparkConf conf = new SparkConf().set("spark.sql.session.timeZone", "UTC");
    ShippedJars.behind(conf.get(ShippedJars.KEY, ""), properties).forEach(conf::set);
    defaults(master, scratch).forEach(conf::setIfMissing);
    if (!isNamed(conf)) {
      conf.setAppName(name);
    }
    TaskSettings.addTo(conf);
    takeSecret(conf);
    return conf.setMaster(master.url());
  }

  /**
   * In cluster mode a worker hands the secret to the driver in the environment, so that no command
   * line shows it, but the session looks for it among the properties only.
   */
  private static void takeSecret(SparkConf conf) {
    String secret = System.getenv(SecurityManager.ENV_AUTH_SECRET());
    if (secret != null && conf.getBoolean("spark.authenticate", false)) {
      conf.setIfMissing("spark.authenticate.secret", secret);
    }
  }

  /** A submitter that is told no name takes that of the jar. */
  private static boolean isNamed(SparkConf conf) {
    String name = conf.get("spark.app.name", "");
    return !name.isEmpty() && !name.endsWith(".jar");
  }

  /** The version of Spark that sessions run on. */
  public static String sparkVersion() {
    return package$.MODULE$.SPARK_VERSION();
  }

  private static Map<String, String> defaults(Master master, Path scratch) {
    Map<String, String> defaults = new HashMap<>();
    defaults.put("spark.ui.enabled", Boolean.toString(!master.isLocal()));
    defaults.put("spark.ui.showConsoleProgress", "false");
    defaults.put("spark.sql.warehouse.dir", scratch.resolve("warehouse").toUri().toString());
    defaults.put("spark.sql.shuffle.partitions", "1");
    if (master.isOnThisHost()) {
      defaults.put("spark.driver.host", LOOPBACK);
      defaults.put("spark.driver.bindAddress", LOOPBACK);
    } else if (master.isStandalone()) {
      // Where the master heard it: the address that Spark would take may be that of the web pages.
      master.ownAddress().ifPresent(address -> defaults.put("spark.driver.host", address));
    }
    if (!master.isLocal()) {
      defaults.putAll(executors());
    }
    if (master.isLocalCluster()) {
      // Else Spark looks for an installation of its own; the class path is all that is needed.
      defaults.put("spark.executorEnv.SPARK_SQL_TESTING", "1");
    }
    if (!Submission.isSubmitted()) {
      defaults.putAll(ofThisProgram(master));
    }
    return defaults;
  }

  /** The settings of executors wherever they are: one BLAS thread a slot. */
  private static Map<String, String> executors() {
    return Map.of(
        "spark.executor.defaultJavaOptions", WHOLE_LOOPS, "spark.executorEnv.OMP_NUM_THREADS", "1");
  }

  /**
   * The settings of a driver that this program's own launcher started. Executors find classes and
   * native libraries where the driver found them: on a cluster of several hosts the project is at
   * the same path on each.
   */
  private static Map<String, String> ofThisProgram(Master master) {
    Map<String, String> settings = new HashMap<>();
    if (master.isStandalone() || master.isLocalCluster()) {
      settings.put("spark.executor.extraClassPath", System.getProperty("java.class.path"));
      settings.put("spark.executorEnv.SPARK_SCALA_VERSION", "2.13");
    }
    return settings;
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
