package prunesweep.driver.config;

import java.util.List;
import java.util.stream.Stream;
import prunesweep.trainer.key.Key;

/**
 * One key written in a block of the grid, with its values.
 *
 * @param keys the key as each method of the block has it, at least one; they differ in default and
 *     rule alone
 * @param values one or more, all different, in the order they are written
 */
public record Axis<T>(List<Key<T>> keys, List<T> values) {
  public Axis {
    keys = List.copyOf(keys);
    values = List.copyOf(values);
  }

  /** The key of the first method. */
  Key<T> key() {
    return keys.get(0);
  }

  /** {@code point} with each of the values in turn. */
  Stream<Point> spread(Point point) {
    return values.stream().map(value -> point.with(key(), value));
  }

  /** Whether the block would be the same without this axis. */
  boolean isDefault(Point defaults) {
    return keys.stream().allMatch(key -> values.equals(defaults.find(key).stream().toList()));
  }

  /** The form in a resolved config: one value bare, more as a list. */
  Object plain() {
    List<Object> all = values.stream().map(key().kind()::plain).toList();
    return all.size() == 1 ? all.get(0) : all;
  }
}
