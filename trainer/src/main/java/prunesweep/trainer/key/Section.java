package prunesweep.trainer.key;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The keys of one record, each with the component that holds its value, and how to make the record
 * from values.
 *
 * @param <R> the record
 */
public final class Section<R> implements Named {

  /** One or more keys of a record. */
  private interface Entry<R> {

    /** All keys that can stand here. */
    Stream<Key<?>> keys();

    /** Adds the values of {@code owner} that apply. */
    void addTo(Assignments assignments, R owner);
  }

  private final String name;
  private final Function<Values, R> maker;
  private final List<Entry<R>> entries;
  private final boolean isBaseline;

  private Section(
      String name, Function<Values, R> maker, List<Entry<R>> entries, boolean isBaseline) {
    this.name = name;
    this.maker = maker;
    this.entries = List.copyOf(entries);
    this.isBaseline = isBaseline;
  }

  /**
   * A section without keys yet.
   *
   * @param name what the record is called where it is one of several choices
   * @param maker makes the record; throws {@link InvalidSpecException} if values do not go together
   */
  public static <R> Section<R> of(String name, Function<Values, R> maker) {
    return new Section<>(name, maker, List.of(), false);
  }

  /**
   * This section as that of a baseline: nothing is done to the network that could be followed up.
   */
  public Section<R> baseline() {
    return new Section<>(name, maker, entries, true);
  }

  /** This section with one more key. */
  public <T> Section<R> with(Key<T> key, Function<R, T> component) {
    return and(
        new Entry<>() {
          @Override
          public Stream<Key<?>> keys() {
            return Stream.of(key);
          }

          @Override
          public void addTo(Assignments assignments, R owner) {
            assignments.add(key, component.apply(owner));
          }
        });
  }

  /** This section with the keys of a record within the record. */
  public <S> Section<R> with(Section<S> section, Function<R, S> component) {
    return and(
        new Entry<>() {
          @Override
          public Stream<Key<?>> keys() {
            return section.keys().stream();
          }

          @Override
          public void addTo(Assignments assignments, R owner) {
            section.addTo(assignments, component.apply(owner));
          }
        });
  }

  /** This section with a key that says which of several records stands here, and their keys. */
  public <S extends Chosen> Section<R> with(Choice<S> choice, Function<R, S> component) {
    return and(
        new Entry<>() {
          @Override
          public Stream<Key<?>> keys() {
            return choice.keys();
          }

          @Override
          public void addTo(Assignments assignments, R owner) {
            choice.addTo(assignments, component.apply(owner));
          }
        });
  }

  private Section<R> and(Entry<R> entry) {
    List<Entry<R>> more = new ArrayList<>(entries);
    more.add(entry);
    return new Section<>(name, maker, more, isBaseline);
  }

  @Override
  public String label() {
    return name;
  }

  /** Tells whether its records are baselines. */
  public boolean isBaseline() {
    return isBaseline;
  }

  /** All keys, in order. */
  public List<Key<?>> keys() {
    return entries.stream().flatMap(Entry::keys).toList();
  }

  /**
   * The record with these values.
   *
   * @throws InvalidSpecException if they do not go together
   */
  public R make(Values values) {
    return maker.apply(values);
  }

  /** The values of {@code owner}, in order. */
  public Assignments values(R owner) {
    Assignments assignments = new Assignments();
    addTo(assignments, owner);
    return assignments;
  }

  void addTo(Assignments assignments, R owner) {
    entries.forEach(entry -> entry.addTo(assignments, owner));
  }
}
