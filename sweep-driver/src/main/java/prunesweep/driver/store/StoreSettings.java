package prunesweep.driver.store;

import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/**
 * Properties by which this process reaches file systems of Hadoop: its configuration files, then
 * the system properties {@code spark.hadoop.*}, then those of the sweep's config. The last say
 * more.
 */
public final class StoreSettings {

  private static final String PREFIX = "spark.hadoop.";

  private static volatile Map<String, String> ofConfig = Map.of();

  private StoreSettings() {}

  /** From now on, those of {@code properties} that begin with {@code spark.hadoop.} hold. */
  public static void use(Map<String, String> properties) {
    ofConfig = hadoop(properties);
  }

  /** The properties beside Hadoop's own files. */
  static Map<String, String> properties() {
    Map<String, String> system = new HashMap<>();
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith(PREFIX))
        .forEach(name -> system.put(name, System.getProperty(name)));
    Map<String, String> all = hadoop(system);
    all.putAll(ofConfig);
    return all;
  }

  private static Map<String, String> hadoop(Map<String, String> properties) {
    Map<String, String> hadoop = new HashMap<>();
    properties.forEach(
        (name, value) -> {
          if (name.startsWith(PREFIX)) {
            hadoop.put(name.substring(PREFIX.length()), value);
          }
        });
    return hadoop;
  }

  static Configuration configuration() {
    Configuration configuration = new Configuration();
    properties().forEach(configuration::set);
    // A run that is stopped still has to give its folder free.
    configuration.setBoolean("fs.automatic.close", false);
    return configuration;
  }
}
