package prunesweep.driver.config;

import java.util.List;
import java.util.stream.Stream;

/**
 * One key written in a block of the grid, with its values.
 *
 * @param setting the key
 * @param values one or more, all different, in the order they are written
 */
public record Axis<T>(Setting<T> setting, List<T> values) {

  public Axis {
    values = List.copyOf(values);
  }

  /** {@code point} with each of the values in turn. */
  Stream<Point> spread(Point point) {
    return values.stream().map(value -> point.with(setting, value));
  }

  /** Whether the block would be the same without this axis. */
  boolean isDefault(Point defaults) {
    return values.equals(defaults.find(setting).stream().toList());
  }

  /** The form in a resolved config: one value bare, more as a list. */
  Object plain() {
    List<Object> all = values.stream().map(setting::plain).toList();
    return all.size() == 1 ? all.get(0) : all;
  }
}
