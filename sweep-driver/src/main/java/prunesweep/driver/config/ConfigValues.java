package prunesweep.driver.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import prunesweep.trainer.key.Written;

/** Access to values of a config, and their form in messages. */
final class ConfigValues {

  /** Characters of a scalar: a number of many more takes minutes to become one. */
  static final int MOST_CHARACTERS = 1 << 16;

  private static final int LONGEST_SHOWN = 80;

  private ConfigValues() {}

  /** The entries in the order they are written, which the object itself does not keep. */
  static List<Map.Entry<String, ConfigValue>> entries(ConfigObject object) {
    return object.entrySet().stream()
        .sorted(
            Comparator.comparingInt(
                    (Map.Entry<String, ConfigValue> entry) ->
                        entry.getValue().origin().lineNumber())
                .thenComparing(Map.Entry::getKey))
        .toList();
  }

  static boolean isScalar(ConfigValue value) {
    return switch (value.valueType()) {
      case STRING, NUMBER, BOOLEAN -> true;
      case OBJECT, LIST, NULL -> false;
    };
  }

  /** Whether a scalar in {@code value}, or that scalar itself, is longer than any good one. */
  static boolean isTooLong(ConfigValue value) {
    return value instanceof ConfigList list
        ? list.stream().anyMatch(ConfigValues::isTooLong)
        : isScalar(value) && text(value).length() > MOST_CHARACTERS;
  }

  /** A scalar as it is written, without the quotes of a string. */
  static String text(ConfigValue scalar) {
    return scalar.atKey("value").getString("value");
  }

  /** The value as those know it who know no HOCON. */
  static Written written(ConfigValue value) {
    return switch (value.valueType()) {
      case STRING, NUMBER, BOOLEAN -> new Written.Scalar(text(value));
      case NULL -> new Written.Nothing();
      case LIST ->
          new Written.Many(((ConfigList) value).stream().map(ConfigValues::written).toList());
      case OBJECT -> {
        Map<String, Written> values = new LinkedHashMap<>();
        ((ConfigObject) value).forEach((key, inner) -> values.put(key, written(inner)));
        yield new Written.Block(values);
      }
    };
  }

  /** Any value on one line, for a message. */
  static String shown(ConfigValue value) {
    String whole =
        value.valueType() == ConfigValueType.NUMBER
            ? text(value)
            : value.render(ConfigRenderOptions.concise());
    return cut(whole);
  }

  /** A text of the user's, cut to a length that fits into a sentence. */
  static String cut(String text) {
    return StringUtils.abbreviate(text, LONGEST_SHOWN);
  }

  static String mustBe(String path, String rule, ConfigValue value) {
    return "%s must be %s, got %s".formatted(path, rule, shown(value));
  }
}
