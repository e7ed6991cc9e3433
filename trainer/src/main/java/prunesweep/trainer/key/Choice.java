package prunesweep.trainer.key;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A key whose value is the name of one of several records, and the keys of these records, which
 * apply where they are named.
 *
 * @param key names the record
 * @param sections one a record that can be named
 * @param <S> what the records have in common
 */
public record Choice<S extends Chosen>(
    Key<Section<? extends S>> key, Supplier<List<Section<? extends S>>> sections) {

  /** A choice among {@code sections}, named by a key with further {@code facts}. */
  public static <S extends Chosen> Choice<S> of(
      String section,
      String name,
      Supplier<List<Section<? extends S>>> sections,
      Function<Key.Builder<Section<? extends S>>, Key.Builder<Section<? extends S>>> facts) {
    Kind<Section<? extends S>> kind = Kind.oneOf(sections);
    return new Choice<>(facts.apply(Key.of(section, name, kind)).key(), sections);
  }

  /** The same choice with other facts of its key. */
  public Choice<S> changed(
      Function<Key.Builder<Section<? extends S>>, Key.Builder<Section<? extends S>>> facts) {
    return new Choice<>(facts.apply(key.copy()).key(), sections);
  }

  /** The record that {@code values} name. */
  public S make(Values values) {
    return values.get(key).make(values);
  }

  /** The key itself and those of all records, with the condition that they are named. */
  Stream<Key<?>> keys() {
    return Stream.concat(
        Stream.of(key),
        sections.get().stream()
            .flatMap(section -> section.keys().stream().map(own -> onlyOf(section, own))));
  }

  private <T> Key<T> onlyOf(Section<? extends S> section, Key<T> own) {
    return own.copy()
        .when(
            key,
            named -> named.label().equals(section.label()),
            "left out when %s is not %s".formatted(key.name(), section.label()))
        .key();
  }

  void addTo(Assignments assignments, S owner) {
    // A record's section is that of its own class.
    @SuppressWarnings("unchecked")
    Section<S> section = (Section<S>) owner.section();
    assignments.add(key, section);
    assignments.note(key.name(), owner);
    owner.parts().forEach(part -> assignments.note(part.name(), part.versioned()));
    section.addTo(assignments, owner);
  }
}
