package prunesweep.driver.spark;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * Properties of Spark's that whoever starts the driver sets: system properties, as spark-submit
 * hands them on. The config's own win over them, they over the defaults of sweeps.
 */
public final class Submission {

  private static final String PREFIX = "spark.";
  private static final String MASTER = "spark.master";
  private static final String DEPLOY_MODE = "spark.submit.deployMode";

  private Submission() {}

  /** Returns true in a driver that spark-submit started, here or on a cluster. */
  public static boolean isSubmitted() {
    return System.getProperty(DEPLOY_MODE) != null;
  }

  /** The master that was set, if any. */
  static Optional<String> master() {
    return Optional.ofNullable(System.getProperty(MASTER)).filter(url -> !url.isBlank());
  }

  /**
   * Takes the properties of {@code file} that are not set yet, as spark-submit does: lines of a
   * key, a space or equals sign and a value. What must not stand on a command line goes there.
   *
   * @throws ClusterException if it cannot be read or has properties of others
   */
  public static void read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw refused("a file of lines KEY VALUE that can be read", file.toString());
    }
    for (String key : properties.stringPropertyNames()) {
      if (!key.startsWith(PREFIX)) {
        throw refused("a file of keys that begin with spark.", "%s in %s".formatted(key, file));
      }
    }
    properties.stringPropertyNames().stream()
        .filter(key -> System.getProperty(key) == null)
        .forEach(key -> System.setProperty(key, properties.getProperty(key).strip()));
  }

  private static ClusterException refused(String rule, String got) {
    return new ClusterException(
        "Cannot read Spark's properties: --properties-file must be %s, got %s"
            .formatted(rule, got));
  }
}
