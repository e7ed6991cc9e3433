package prunesweep.driver.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import prunesweep.trainer.key.Key;
import prunesweep.trainer.key.UnfitValueException;

/** Reads the values of keys; a value that breaks a rule is a problem and comes back empty. */
final class KeyReader {

  private final Problems problems;

  KeyReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * {@code defaults} with the value of a key at the top of a config.
   *
   * @param keys the key as the methods have it; the value must keep the rule of one of them
   */
  <T> Point readDefault(List<Key<T>> keys, ConfigValue value, Point defaults) {
    Key<T> key = keys.get(0);
    if (isAxis(key, value)) {
      String rule = "one value (an axis stands in a block of the grid)";
      problems.add(value.origin(), ConfigValues.mustBe(key.path(), rule, value));
      return defaults;
    }
    Optional<T> read = readOne(key.path(), key, value);
    if (read.isPresent() && keys.stream().noneMatch(one -> one.rule().test().test(read.get()))) {
      refuse(key.path(), key.rule().text(), value);
      return defaults;
    }
    return read.map(known -> defaults.withDefault(key, known)).orElse(defaults);
  }

  /**
   * The axis of a key in a block of the grid: a list of values, or one.
   *
   * @param keys the key as each method of the block has it; every value must keep all their rules
   */
  <T> Optional<Axis<T>> readAxis(String path, List<Key<T>> keys, ConfigValue value) {
    Key<T> first = keys.get(0);
    List<? extends ConfigValue> written =
        isAxis(first, value) ? (ConfigList) value : List.of(value);
    List<T> values =
        written.stream().flatMap(each -> readByAll(path, keys, each).stream()).toList();
    if (values.size() < written.size()) {
      return Optional.empty();
    }
    Optional<String> broken = axisRule(values);
    broken.ifPresent(rule -> refuse(path, rule, value));
    return broken.isPresent() ? Optional.empty() : Optional.of(new Axis<>(keys, values));
  }

  private static Optional<String> axisRule(List<?> values) {
    if (values.isEmpty()) {
      return Optional.of("a value or a list of at least one");
    }
    return new HashSet<>(values).size() < values.size()
        ? Optional.of("a list of different values")
        : Optional.empty();
  }

  /** Whether {@code value} is a list of values instead of one. */
  private static boolean isAxis(Key<?> key, ConfigValue value) {
    boolean isList = value.valueType() == ConfigValueType.LIST;
    return key.kind().isList() ? isList && startsWithList((ConfigList) value) : isList;
  }

  private static boolean startsWithList(List<ConfigValue> values) {
    return !values.isEmpty() && values.get(0).valueType() == ConfigValueType.LIST;
  }

  private <T> Optional<T> readByAll(String path, List<Key<T>> keys, ConfigValue value) {
    Optional<T> read = readOne(path, keys.get(0), value);
    for (Key<T> key : keys) {
      if (read.isPresent() && !key.rule().test().test(read.get())) {
        refuse(path, key.rule().text(), value);
        return Optional.empty();
      }
    }
    return read;
  }

  private <T> Optional<T> readOne(String path, Key<T> key, ConfigValue value) {
    try {
      return Optional.of(key.kind().read(ConfigValues.written(value)));
    } catch (UnfitValueException e) {
      problems.add(value.origin(), ConfigValues.mustBe(path, e.rule(), value) + e.hint());
      return Optional.empty();
    }
  }

  private void refuse(String path, String rule, ConfigValue value) {
    problems.add(value.origin(), ConfigValues.mustBe(path, rule, value));
  }
}
