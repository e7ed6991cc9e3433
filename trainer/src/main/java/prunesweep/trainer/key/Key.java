package prunesweep.trainer.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One key of a dataset, network, training or method: the only place where its name, kind, rule,
 * older default, meaning and column are said.
 *
 * @param <T> the type of one value
 */
public final class Key<T> {

  /**
   * Form in which the value of a key is kept in the table of trials.
   *
   * @param name the column
   * @param range unit, range or choices, for readers; empty for the names of the kind
   * @param meaning what it says, for readers
   * @param isLeading whether it stands before the figures
   * @param generation the generation of the schema that it came with, from 1
   */
  public record Column(
      String name, String range, String meaning, boolean isLeading, int generation) {}

  /**
   * Condition under which a key applies.
   *
   * @param other the key that decides
   * @param test the values of it with which the key applies
   * @param refusal the rule for who writes the key nevertheless, to be read after "must be"
   */
  public record Condition<C>(Key<C> other, Predicate<C> test, String refusal) {

    /** Tells whether the key applies where {@code value} is that of the other one. */
    public boolean holdsFor(Object value) {
      // Values of a key come from its own kind or record component, whose type is this.
      @SuppressWarnings("unchecked")
      C typed = (C) value;
      return test.test(typed);
    }

    /** Whether the key applies among {@code values}; where the other has none it does not. */
    boolean holdsIn(Values values) {
      return values.find(other).filter(test).isPresent();
    }
  }

  private final Builder<T> facts;

  private Key(Builder<T> facts) {
    this.facts = facts;
  }

  /** A key {@code section.name}, or {@code name} where the section is empty. */
  public static <T> Builder<T> of(String section, String name, Kind<T> kind) {
    return new Builder<>(section, name, kind);
  }

  /** Another key with the same facts, to be changed. */
  public Builder<T> copy() {
    return new Builder<>(facts);
  }

  /** The key without its section. */
  public String name() {
    return facts.name;
  }

  /** The key at the top of a config, e.g. {@code training.batch-size}. */
  public String path() {
    return facts.section.isEmpty() ? facts.name : facts.section + "." + facts.name;
  }

  /** The key in a block of the grid: a method's own keys stand there without their section. */
  public String blockPath() {
    return facts.isOfMethod ? facts.name : path();
  }

  /** The way values are read and written. */
  public Kind<T> kind() {
    return facts.kind;
  }

  /** The rule for values. */
  public Rule<T> rule() {
    return facts.rule;
  }

  /** Tells whether it is no key of a config: its value is found out when a trial is planned. */
  public boolean isDerived() {
    return facts.isDerived;
  }

  /** Tells whether it says where something lies, which makes no other trial. */
  public boolean isPlace() {
    return facts.isPlace;
  }

  /**
   * The value that every sweep and trial meant before this key was there; empty where it always
   * was.
   */
  public Optional<T> older() {
    return facts.older;
  }

  /** The conditions under which it applies; all of them must hold. */
  public List<Condition<?>> conditions() {
    return List.copyOf(facts.conditions);
  }

  /** The form in which its value is kept, if it has a column of its own. */
  public Optional<Column> column() {
    return facts.column;
  }

  /**
   * The pattern that shows a value among the few words for a trial; empty where it is not shown.
   */
  public Optional<String> label() {
    return facts.label;
  }

  /** The key in canonical texts. */
  public String idName() {
    return facts.idName.orElseGet(this::blockPath);
  }

  /**
   * Requires a value of this key.
   *
   * @throws InvalidSpecException if it breaks the rule
   */
  public void require(T value) {
    facts.rule.require(facts.name, value);
  }

  /** Tells whether {@code value} says what every sweep meant before this key was there. */
  public boolean wasAlways(T value) {
    return facts.older.filter(value::equals).isPresent();
  }

  /** Whether it applies among {@code values}. */
  boolean appliesIn(Values values) {
    // Asked for each key of each trial of a plan: a stream takes longer than the conditions.
    for (Condition<?> condition : facts.conditions) {
      if (!condition.holdsIn(values)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Tells whether {@code value} says anything that was not always so, or is to be said
   * nevertheless.
   */
  public boolean isTelling(T value) {
    return facts.isInEveryId || !wasAlways(value);
  }

  /** Writes a value into a canonical text, unless it was always so. */
  void describe(T value, CanonicalText text) {
    if (isTelling(value)) {
      text.put(idName(), facts.kind.text(value));
    }
  }

  /** Tells whether {@code other} is a key of the same path: methods may give it other rules. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Key<?> key && path().equals(key.path());
  }

  @Override
  public int hashCode() {
    return path().hashCode();
  }

  @Override
  public String toString() {
    return path();
  }

  /** The facts of a key, said one after the other. */
  public static final class Builder<T> {

    private String section;
    private final String name;
    private final Kind<T> kind;
    private Rule<T> rule = Rule.any();
    private Optional<T> older = Optional.empty();
    private Optional<String> idName = Optional.empty();
    private Optional<Column> column = Optional.empty();
    private Optional<String> label = Optional.empty();
    private final List<Condition<?>> conditions = new ArrayList<>();
    private boolean isOfMethod;
    private boolean isInEveryId;
    private boolean isDerived;
    private boolean isPlace;

    private Builder(String section, String name, Kind<T> kind) {
      this.section = section;
      this.name = name;
      this.kind = kind;
    }

    private Builder(Builder<T> other) {
      this(other.section, other.name, other.kind);
      rule = other.rule;
      older = other.older;
      idName = other.idName;
      column = other.column;
      label = other.label;
      conditions.addAll(other.conditions);
      isOfMethod = other.isOfMethod;
      isInEveryId = other.isInEveryId;
      isDerived = other.isDerived;
      isPlace = other.isPlace;
    }

    /** Its values must keep {@code rule}. */
    public Builder<T> rule(Rule<T> rule) {
      this.rule = rule;
      return this;
    }

    /** Its default stands in {@code section} of a config. */
    public Builder<T> section(String section) {
      this.section = section;
      return this;
    }

    /** A key of methods: in a block it stands without its section. */
    public Builder<T> ofMethod() {
      isOfMethod = true;
      return this;
    }

    /**
     * A key that came later: until then every sweep and trial meant {@code value}, which is
     * therefore left out of ids.
     */
    public Builder<T> older(T value) {
      older = Optional.of(value);
      return this;
    }

    /** Written into ids wherever it applies, also as what was always so. */
    public Builder<T> inEveryId() {
      isInEveryId = true;
      return this;
    }

    /** Called {@code name} in ids. */
    public Builder<T> idName(String name) {
      idName = Optional.of(name);
      return this;
    }

    /** Applies where the value of {@code other} passes {@code test}. */
    public <C> Builder<T> when(Key<C> other, Predicate<C> test, String refusal) {
      conditions.add(new Condition<>(other, test, refusal));
      return this;
    }

    /** Found out when a trial is planned, never written. */
    public Builder<T> derived() {
      isDerived = true;
      return this;
    }

    /** Declares that it says where something lies. */
    public Builder<T> place() {
      isPlace = true;
      return this;
    }

    /** Shown by {@code pattern} among the few words for a trial. */
    public Builder<T> label(String pattern) {
      label = Optional.of(pattern);
      return this;
    }

    /** Kept in the column {@code name} of the table of trials, of the first schema. */
    public Builder<T> column(String name, String range, String meaning) {
      column = Optional.of(new Column(name, range, meaning, false, 1));
      return this;
    }

    /** Its column, whose range are the names of the kind that come along. */
    public Builder<T> column(String name, String meaning) {
      String range = Sections.ofTheProgram(() -> String.join(", ", kind.choices()));
      return column(name, range, meaning);
    }

    /** Its column stands before the figures of a trial. */
    public Builder<T> leading() {
      column = column.map(c -> new Column(c.name(), c.range(), c.meaning(), true, c.generation()));
      return this;
    }

    /** Its column came with the {@code generation}th schema. */
    public Builder<T> generation(int generation) {
      column =
          column.map(c -> new Column(c.name(), c.range(), c.meaning(), c.isLeading(), generation));
      return this;
    }

    /** The key. */
    public Key<T> key() {
      return new Key<>(new Builder<>(this));
    }
  }
}
