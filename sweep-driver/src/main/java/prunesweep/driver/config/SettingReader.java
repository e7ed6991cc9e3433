package prunesweep.driver.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigValue;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Reads the values of settings; a value that breaks a rule is a problem and comes back empty. */
final class SettingReader {

  private final Problems problems;

  SettingReader(Problems problems) {
    this.problems = problems;
  }

  /** {@code defaults} with the value of a setting at the top of a config. */
  <T> Point readDefault(Setting<T> setting, ConfigValue value, Point defaults) {
    if (setting.isAxis(value)) {
      String rule = "one value (an axis stands in a block of the grid)";
      problems.add(value.origin(), ConfigValues.mustBe(setting.path(), rule, value));
      return defaults;
    }
    return readOne(setting.path(), setting, value)
        .map(read -> defaults.with(setting, read))
        .orElse(defaults);
  }

  /** The axis of a setting in a block of the grid: a list of values, or one. */
  <T> Optional<Axis<T>> readAxis(String path, Setting<T> setting, ConfigValue value) {
    List<? extends ConfigValue> written =
        setting.isAxis(value) ? (ConfigList) value : List.of(value);
    List<T> values =
        written.stream().flatMap(each -> readOne(path, setting, each).stream()).toList();
    if (values.size() < written.size()) {
      return Optional.empty();
    }
    return axisRule(values)
        .map(rule -> this.<Axis<T>>refuse(path, rule, value))
        .orElseGet(() -> Optional.of(new Axis<>(setting, values)));
  }

  private static Optional<String> axisRule(List<?> values) {
    if (values.isEmpty()) {
      return Optional.of("a value or a list of at least one");
    }
    return new HashSet<>(values).size() < values.size()
        ? Optional.of("a list of different values")
        : Optional.empty();
  }

  private <T> Optional<T> readOne(String path, Setting<T> setting, ConfigValue value) {
    try {
      return Optional.of(setting.read(value));
    } catch (UnfitValueException e) {
      problems.add(value.origin(), e.about(path, value));
      return Optional.empty();
    }
  }

  private <T> Optional<T> refuse(String path, String rule, ConfigValue value) {
    problems.add(value.origin(), ConfigValues.mustBe(path, rule, value));
    return Optional.empty();
  }
}
