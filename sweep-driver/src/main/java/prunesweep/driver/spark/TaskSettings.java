package prunesweep.driver.spark;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;

/** Settings of Spark for tasks that run for hours and leave their state. */
final class TaskSettings {

  private static final String PLUGINS = "spark.plugins";

  private TaskSettings() {}

  /** Adds what is not set. */
  static void addTo(SparkConf conf) {
    conf.set(PLUGINS, joined(conf.get(PLUGINS, "")));
    // A lost executor's trial is run again by the dispatcher, which knows how far it had come.
    conf.setIfMissing("spark.task.maxFailures", "1");
    // One that does not answer is given up after this, and its trials run elsewhere.
    conf.setIfMissing("spark.network.timeout", "60s");
    // A cancelled trial that goes on in spite of it ends with its executor.
    conf.setIfMissing("spark.task.reaper.enabled", "true");
    conf.setIfMissing("spark.task.reaper.killTimeout", "30s");
  }

  private static String joined(String others) {
    return Stream.of(others, TrialPlugin.class.getName())
        .filter(name -> !name.isBlank())
        .collect(Collectors.joining(","));
  }
}
