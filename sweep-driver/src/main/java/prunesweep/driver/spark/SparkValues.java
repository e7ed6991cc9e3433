package prunesweep.driver.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.internal.config.ConfigEntry;
import org.apache.spark.sql.internal.SQLConf$;
import org.jspecify.annotations.Nullable;

/**
 * Spark properties of a user, checked before Spark reads them: it names no key, takes some only
 * much later, and ends the process where it can make no folder.
 *
 * @param master the URL of Spark's master, for messages
 * @param properties by their full names
 */
record SparkValues(String master, Map<String, String> properties) {

  private static final String LOCAL_DIR = "spark.local.dir";

  /** Throws with the first property that Spark would not take. */
  void require() {
    properties.forEach(this::require);
    String folders = properties.get(LOCAL_DIR);
    if (folders != null && Arrays.stream(folders.split(",")).noneMatch(SparkValues::isWritable)) {
      throw refused(LOCAL_DIR, "a folder that can be made and written to", folders);
    }
  }

  private void require(String key, String value) {
    @Nullable ConfigEntry<?> entry = known(key);
    try {
      if (entry != null) {
        entry.valueConverter().apply(value);
      }
    } catch (IllegalArgumentException e) {
      throw refused(key, "a value that Spark takes", value);
    }
  }

  /** Spark knows the properties of a part of it once that part is loaded. */
  private static @Nullable ConfigEntry<?> known(String key) {
    Objects.requireNonNull(SQLConf$.MODULE$);
    Objects.requireNonNull(org.apache.spark.internal.config.package$.MODULE$);
    return ConfigEntry.findEntry(key);
  }

  private static boolean isWritable(String folder) {
    try {
      Path path = Files.createDirectories(Path.of(folder.strip()));
      return Files.isWritable(path);
    } catch (IOException | InvalidPathException e) {
      return false;
    }
  }

  private ClusterException refused(String key, String rule, String value) {
    return new ClusterException(
        "Cannot start Spark on %s: %s must be %s, got %s".formatted(master, key, rule, value));
  }

  /** The properties that a message of Spark's may be about, to be read after it; else nothing. */
  String meantBy(String message) {
    return properties.entrySet().stream()
        .filter(property -> message.contains(property.getValue()))
        .findFirst()
        .map(property -> " (%s = %s)".formatted(property.getKey(), property.getValue()))
        .orElse("");
  }
}
