package prunesweep.trainer.key;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The values of a record's keys, in the order of its section; those that apply. */
public final class Assignments implements Values {

  /** One key with its value. */
  private record Assignment<T>(Key<T> key, T value) {

    void describe(CanonicalText text) {
      key.describe(value, text);
    }

    void offer(Visitor visitor) {
      visitor.take(key, value);
    }
  }

  /** Takes values one after the other. */
  public interface Visitor {
    /** Takes the value of {@code key}. */
    <T> void take(Key<T> key, T value);
  }

  private final Map<String, Assignment<?>> byBlockPath = new LinkedHashMap<>();
  private final Map<String, Integer> versions = new TreeMap<>();

  <T> void add(Key<T> key, T value) {
    if (key.appliesIn(this)) {
      byBlockPath.put(key.blockPath(), new Assignment<>(key, value));
      if (value instanceof Versioned versioned) {
        note(key.name(), versioned);
      }
    }
  }

  /** Takes down the version of what is called {@code name} in ids; 1 says nothing. */
  public void note(String name, Versioned versioned) {
    if (versioned.version() > 1) {
      versions.put(name + ".version", versioned.version());
    }
  }

  @Override
  public <T> Optional<T> find(Key<T> key) {
    return Optional.ofNullable(byBlockPath.get(key.blockPath()))
        // Two keys of one name in blocks are variants of one key, whose kind is the same.
        .map(
            found -> {
              @SuppressWarnings("unchecked")
              T value = (T) Objects.requireNonNull(found.value());
              return value;
            });
  }

  /** Gives every value to {@code visitor}, in order. */
  public void forEach(Visitor visitor) {
    byBlockPath.values().forEach(assignment -> assignment.offer(visitor));
  }

  /** These without the values of {@code keys}. */
  public Assignments without(Collection<Key<?>> keys) {
    Assignments others = new Assignments();
    others.byBlockPath.putAll(byBlockPath);
    others.versions.putAll(versions);
    keys.forEach(key -> others.byBlockPath.remove(key.blockPath()));
    return others;
  }

  /** Writes every value into {@code text} that was not always so. */
  public void describe(CanonicalText text) {
    byBlockPath.values().forEach(assignment -> assignment.describe(text));
    versions.forEach(text::put);
  }
}
