package prunesweep.trainer.key;

import java.util.NoSuchElementException;
import java.util.Optional;

/** A value for each of some keys. */
public interface Values {

  /** The value of {@code key}, or empty where it has none. */
  <T> Optional<T> find(Key<T> key);

  /** The value of {@code key}, which must have one. */
  default <T> T get(Key<T> key) {
    return find(key)
        .orElseThrow(() -> new NoSuchElementException("The key %s has no value".formatted(key)));
  }
}
