package prunesweep.driver.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The {@code --set key=value} of a command line; a later one wins over an earlier one. */
final class Overrides {

  private static final String OPTION = "--set ";

  private final ConfigBudget budget;
  private final Problems problems;

  Overrides(ConfigBudget budget, Problems problems) {
    this.budget = budget;
    this.problems = problems;
  }

  /** Whether a place named in a problem is an override, in which lines say nothing. */
  static boolean isPlace(String description) {
    return description.startsWith(OPTION);
  }

  Config read(List<String> overrides) {
    Config all = ConfigFactory.empty();
    for (String override : overrides) {
      all = one(override).withFallback(all);
    }
    return all;
  }

  private Config one(String override) {
    int equals = override.indexOf('=');
    if (equals < 0) {
      problems.addAt(place(override), "an override must be key=value, got no equals sign");
      return ConfigFactory.empty();
    }
    String key = override.substring(0, equals).strip();
    take(override, place(key));
    return one(key, override.substring(equals + 1).strip());
  }

  private static String place(String key) {
    return OPTION + ConfigValues.cut(key);
  }

  private void take(String override, String place) {
    int length = override.getBytes(StandardCharsets.UTF_8).length;
    if (length > budget.bytesLeft()) {
      throw budget.tooLong(place);
    }
    budget.take(override, length, place);
  }

  private Config one(String key, String text) {
    String place = place(key);
    try {
      return Nested.config(ConfigUtil.splitPath(key), value(text, place), place);
    } catch (ConfigException.BadPath e) {
      problems.addAt(
          place,
          "a key must be names joined by dots such as training.max-epochs, got \"%s\""
              .formatted(ConfigValues.cut(key)));
      return ConfigFactory.empty();
    }
  }

  /** The text as HOCON; what is no single HOCON value, such as most addresses, is a string. */
  private ConfigValue value(String text, String place) {
    ConfigValue asTyped = ConfigValueFactory.fromAnyRef(text, place);
    try {
      List<ConfigValue> parsed = parse(text, place);
      return parsed.size() == 1 ? withoutComments(parsed.get(0), asTyped, text) : asTyped;
    } catch (ConfigException.Parse e) {
      return asTyped;
    } catch (ConfigException e) {
      problems.addInvalid(place, e);
      return Substitutions.standIn();
    }
  }

  /** In a list of its own a text shows by the number of elements that it is no single value. */
  private List<ConfigValue> parse(String text, String place) {
    ConfigParseOptions options =
        ConfigParseOptions.defaults()
            .setOriginDescription(place)
            .setIncluder(StrictIncluder.at(place, budget, problems));
    ConfigObject root = ConfigFactory.parseString("list = [\n" + text + "\n]", options).root();
    return root.size() == 1 && root.get("list") instanceof ConfigList list
        ? List.copyOf(list)
        : List.of();
  }

  /** HOCON would cut the bare string {@code a//b} at its slashes, which start a comment there. */
  private static ConfigValue withoutComments(ConfigValue parsed, ConfigValue asTyped, String text) {
    return isString(parsed) && !text.contains("\"") ? asTyped : parsed;
  }

  private static boolean isString(ConfigValue value) {
    try {
      return value.valueType() == ConfigValueType.STRING;
    } catch (ConfigException.NotResolved e) {
      return false;
    }
  }
}
