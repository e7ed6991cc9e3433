package prunesweep.driver.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import prunesweep.trainer.key.Key;
import prunesweep.trainer.key.Values;

/** A point of the grid: what a block says of it, over the defaults at the top of the config. */
public final class Point implements Values {

  /** Nothing said. */
  public static final Point EMPTY = new Point(Map.of(), Map.of());

  private final Map<String, Object> defaults;
  private final Map<String, Object> written;

  private Point(Map<String, Object> defaults, Map<String, Object> written) {
    this.defaults = defaults;
    this.written = written;
  }

  /**
   * The value of {@code key}: as the block says, else the default at its path, else what it was
   * before the key was there.
   */
  @Override
  public <T> Optional<T> find(Key<T> key) {
    Object value = written.getOrDefault(key.blockPath(), defaults.get(key.path()));
    // Values come in through the two methods below only, which pair a key with a value of its type;
    // keys of one path or name in blocks are of one kind.
    @SuppressWarnings("unchecked")
    Optional<T> found = (Optional<T>) Optional.ofNullable(value);
    return found.or(key::older);
  }

  /** This point with a value that a block says. */
  public <T> Point with(Key<T> key, T value) {
    return new Point(defaults, changed(written, key.blockPath(), value));
  }

  /** This point with a default. */
  public <T> Point withDefault(Key<T> key, T value) {
    return new Point(changed(defaults, key.path(), value), written);
  }

  private static Map<String, Object> changed(Map<String, Object> all, String key, Object value) {
    Map<String, Object> changed = new HashMap<>(all);
    changed.put(key, value);
    return changed;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Point point
        && defaults.equals(point.defaults)
        && written.equals(point.written);
  }

  @Override
  public int hashCode() {
    return defaults.hashCode() + 31 * written.hashCode();
  }

  @Override
  public String toString() {
    return defaults + " " + written;
  }
}
