package prunesweep.driver.spark;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Jars that Spark sends to every executor. */
public final class ShippedJars {

  private static final String JARS = "spark.jars";

  private ShippedJars() {}

  /** {@code properties} with {@code jars} beside those that they name themselves. */
  public static Map<String, String> with(List<Path> jars, Map<String, String> properties) {
    if (jars.isEmpty()) {
      return properties;
    }
    Map<String, String> joined = new HashMap<>(properties);
    joined.put(
        JARS,
        Stream.concat(
                Stream.ofNullable(properties.get(JARS)).filter(named -> !named.isBlank()),
                jars.stream().map(ShippedJars::address))
            .collect(Collectors.joining(",")));
    return joined;
  }

  /** Spark takes a comma for the end of an address. */
  private static String address(Path jar) {
    return jar.toUri().toString().replace(",", "%2C");
  }
}
