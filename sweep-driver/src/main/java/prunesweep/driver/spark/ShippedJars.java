package prunesweep.driver.spark;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Jars that Spark sends to every executor. */
public final class ShippedJars {

  /** Spark's property that names them. */
  static final String KEY = "spark.jars";

  private ShippedJars() {}

  /** {@code properties} with {@code jars} beside those that they name themselves. */
  public static Map<String, String> with(List<Path> jars, Map<String, String> properties) {
    if (jars.isEmpty()) {
      return properties;
    }
    Map<String, String> joined = new HashMap<>(properties);
    joined.put(
        KEY,
        Stream.concat(
                Stream.ofNullable(properties.get(KEY)).filter(named -> !named.isBlank()),
                jars.stream().map(ShippedJars::address))
            .collect(Collectors.joining(",")));
    return joined;
  }

  /** {@code properties} with the jars of {@code submitted}, a list of addresses, before theirs. */
  static Map<String, String> behind(String submitted, Map<String, String> properties) {
    String own = properties.getOrDefault(KEY, "");
    if (submitted.isBlank() || own.isBlank()) {
      return properties;
    }
    Map<String, String> joined = new HashMap<>(properties);
    joined.put(KEY, submitted + "," + own);
    return joined;
  }

  /** Spark takes a comma for the end of an address. */
  private static String address(Path jar) {
    return jar.toUri().toString().replace(",", "%2C");
  }
}
