package prunesweep.driver.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.Map;
import java.util.TreeMap;

/** Reads the Spark properties: any key, nested or dotted, with one value each. */
final class SparkReader {

  /** Properties that something else of a sweep says. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "spark.master", "--master",
          "spark.executorEnv.OPENBLAS_CORETYPE", "native.openblas-core");

  private final Problems problems;
  private final Map<String, String> properties = new TreeMap<>();

  SparkReader(Problems problems) {
    this.problems = problems;
  }

  /** The properties by their full names. */
  Map<String, String> read(ConfigValue spark) {
    read("spark", spark);
    return properties;
  }

  private void read(String name, ConfigValue value) {
    if (value instanceof ConfigObject object) {
      ConfigValues.entries(object)
          .forEach(entry -> read(name + "." + entry.getKey(), entry.getValue()));
    } else if (name.equals("spark")) {
      problems.add(value.origin(), ConfigValues.mustBe(name, "a block of keys { ... }", value));
    } else if (!ConfigValues.isScalar(value)) {
      problems.add(value.origin(), ConfigValues.mustBe(name, "one value", value));
    } else {
      put(name, value);
    }
  }

  private void put(String name, ConfigValue value) {
    if (ELSEWHERE.containsKey(name)) {
      String rule = "left out (%s says it)".formatted(ELSEWHERE.get(name));
      problems.add(value.origin(), ConfigValues.mustBe(name, rule, value));
    }
    String before = properties.put(name, ConfigValues.text(value));
    if (before != null) {
      String rule = "written one way, with or without quotes";
      problems.add(value.origin(), ConfigValues.mustBe(name, rule, value));
    }
  }
}
