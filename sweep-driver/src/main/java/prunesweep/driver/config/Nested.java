package prunesweep.driver.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.List;
import java.util.Map;

/** A config of one value, whose objects all say where they come from. */
final class Nested {

  private Nested() {}

  /** {@code value} under the path made of {@code keys}, at least one. */
  static Config config(List<String> keys, ConfigValue value, String origin) {
    int last = keys.size() - 1;
    var innermost = ConfigValueFactory.fromMap(Map.of(keys.get(last), value), origin);
    return last == 0 ? innermost.toConfig() : config(keys.subList(0, last), innermost, origin);
  }
}
