package prunesweep.driver.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import prunesweep.trainer.spec.InvalidSpecException;

/**
 * One key that a trial is made of, and what its values must be.
 *
 * @param <T> the type of one value
 */
public final class Setting<T> {

  private final String section;
  private final String name;
  private final ValueKind<T> kind;
  private final Consumer<T> specimen;
  private final Optional<T> before;

  /** The specimen makes a spec with a value in it: what the spec refuses, the config refuses. */
  Setting(String section, String name, ValueKind<T> kind, Consumer<T> specimen) {
    this(section, name, kind, specimen, Optional.empty());
  }

  private Setting(
      String section, String name, ValueKind<T> kind, Consumer<T> specimen, Optional<T> before) {
    this.section = section;
    this.name = name;
    this.kind = kind;
    this.specimen = specimen;
    this.before = before;
  }

  Setting(String section, String name, ValueKind<T> kind) {
    this(section, name, kind, value -> {});
  }

  /**
   * This key as one that came later: as a default {@code value} is left out of a resolved config,
   * so that sweeps written before keep their ids.
   */
  Setting<T> since(T value) {
    return new Setting<>(section, name, kind, specimen, Optional.of(value));
  }

  /** Whether {@code value} says what every sweep meant before this key was there. */
  boolean wasAlways(T value) {
    return before.filter(value::equals).isPresent();
  }

  /** The key at the top of a config, e.g. {@code activation.target}. */
  public String path() {
    return section.isEmpty() ? name : section + "." + name;
  }

  /** The key in a block of the grid: the method's own keys stand there without their section. */
  public String blockPath() {
    return isOfMethod() ? name : path();
  }

  boolean isOfMethod() {
    return Settings.METHOD_SECTIONS.contains(section);
  }

  /** Whether {@code value} is a list of values instead of one. */
  boolean isAxis(ConfigValue value) {
    boolean isList = value.valueType() == ConfigValueType.LIST;
    return kind.isList() ? isList && startsWithList((ConfigList) value) : isList;
  }

  private static boolean startsWithList(List<ConfigValue> values) {
    return !values.isEmpty() && values.get(0).valueType() == ConfigValueType.LIST;
  }

  /** Takes one value or throws {@link UnfitValueException}. */
  T read(ConfigValue value) {
    T read = kind.reader().apply(value);
    try {
      specimen.accept(read);
    } catch (InvalidSpecException e) {
      throw new UnfitValueException(e.rule());
    }
    return read;
  }

  /** The one form of a value in a resolved config. */
  Object plain(T value) {
    return kind.writer().apply(value);
  }

  @Override
  public String toString() {
    return path();
  }
}
