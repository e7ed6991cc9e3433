package prunesweep.driver.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;

/** Finds the known keys of an object, nested or dotted; any other key is a problem. */
final class KeyWalk {

  private final Set<String> keys;
  private final Set<String> elsewhere;
  private final Problems problems;

  /**
   * A walk that knows {@code keys}.
   *
   * @param elsewhere keys that are only suggested, because they stand in another place
   */
  KeyWalk(Set<String> keys, Set<String> elsewhere, Problems problems) {
    this.keys = keys;
    this.elsewhere = elsewhere;
    this.problems = problems;
  }

  /**
   * The values by key, in the order they are written; {@code where} starts the path in problems.
   */
  Map<String, ConfigValue> find(String where, ConfigObject object) {
    Map<String, ConfigValue> found = new LinkedHashMap<>();
    walk(where, "", object, found);
    return found;
  }

  private void walk(
      String where, String section, ConfigObject object, Map<String, ConfigValue> found) {
    for (Map.Entry<String, ConfigValue> entry : ConfigValues.entries(object)) {
      String key = section + ConfigUtil.joinPath(entry.getKey());
      if (keys.contains(key)) {
        put(where, key, entry.getValue(), found);
      } else if (isSection(key)) {
        enter(where, key, entry.getValue(), found);
      } else {
        problems.add(entry.getValue().origin(), () -> unknown(where, section, key));
      }
    }
  }

  private void put(String where, String key, ConfigValue value, Map<String, ConfigValue> found) {
    if (ConfigValues.isTooLong(value)) {
      String rule = "at most %d characters long each value".formatted(ConfigValues.MOST_CHARACTERS);
      problems.add(value.origin(), ConfigValues.mustBe(where + key, rule, value));
    } else {
      found.put(key, value);
    }
  }

  private void enter(
      String where, String section, ConfigValue value, Map<String, ConfigValue> found) {
    if (value instanceof ConfigObject inner) {
      walk(where, section + ".", inner, found);
    } else {
      problems.add(
          value.origin(), ConfigValues.mustBe(where + section, "a block of keys { ... }", value));
    }
  }

  private boolean isSection(String key) {
    return keys.stream().anyMatch(known -> known.startsWith(key + "."));
  }

  private String unknown(String where, String section, String key) {
    Set<String> names = choices(section);
    names.addAll(keys);
    names.addAll(elsewhere);
    String hint =
        NearestName.find(key, names)
            .map("did you mean %s?"::formatted)
            .orElseGet(() -> "the keys here are " + String.join(", ", choices(section)));
    return "%s%s is not a key here; %s".formatted(where, ConfigValues.cut(key), hint);
  }

  /** The keys and sections that can stand in {@code section}. */
  private Set<String> choices(String section) {
    return keys.stream()
        .filter(key -> key.startsWith(section))
        .map(key -> section + StringUtils.substringBefore(key.substring(section.length()), "."))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
