package prunesweep.driver.config;

import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** One value for each setting: a point of the grid, or the defaults it starts from. */
public final class Point {

  static final Point EMPTY = new Point(Map.of());

  private final Map<Setting<?>, Object> values;

  private Point(Map<Setting<?>, Object> values) {
    this.values = Map.copyOf(values);
  }

  /** The value of {@code setting}, or empty where it has none. */
  public <T> Optional<T> find(Setting<T> setting) {
    // Values come in through with() only, which pairs a setting with a value of its type.
    @SuppressWarnings("unchecked")
    Optional<T> value = (Optional<T>) Optional.ofNullable(values.get(setting));
    return value;
  }

  /** The value of {@code setting}, which must have one. */
  public <T> T value(Setting<T> setting) {
    return find(setting)
        .orElseThrow(
            () -> new NoSuchElementException("The setting %s has no value".formatted(setting)));
  }

  /** This point with another value of {@code setting}. */
  <T> Point with(Setting<T> setting, T value) {
    Map<Setting<?>, Object> changed = new HashMap<>(values);
    changed.put(setting, value);
    return new Point(changed);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Point point && values.equals(point.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
