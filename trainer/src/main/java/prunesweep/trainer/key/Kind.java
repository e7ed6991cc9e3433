package prunesweep.trainer.key;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Kind of the values of a key: reads, writes and keeps them.
 *
 * @param <T> the type of one value
 */
public interface Kind<T> {

  /** A finite or infinite number. */
  Kind<Double> NUMBER =
      scalar(
          Double.class,
          "a number",
          written -> decimal(written, "a number").doubleValue(),
          CanonicalText::shortest);

  /** A whole number; beyond the ints the nearest int, which no rule takes. */
  Kind<Integer> WHOLE_NUMBER =
      scalar(Integer.class, "a whole number", Kind::wholeNumber, String::valueOf);

  /** True or false. */
  Kind<Boolean> FLAG = scalar(Boolean.class, "true or false", Kind::flag, String::valueOf);

  /** Any text. */
  Kind<String> TEXT =
      scalar(String.class, "a text", written -> written.text("a text"), text -> text);

  /**
   * Takes one value.
   *
   * @throws UnfitValueException if it is none of this kind
   */
  T read(Written written);

  /** The kind in words, to be read after "must be". */
  String rule();

  /** The form in a resolved config: a text, number, flag, list or map. */
  Object plain(T value);

  /** The form in canonical texts and labels. */
  String text(T value);

  /** The type of a cell that keeps a value: String, Integer, Double or Boolean. */
  Class<?> cellType();

  /** The value as a table keeps it. */
  Object cell(T value);

  /** Tells whether one value is itself a list, so that several are a list of lists. */
  default boolean isList() {
    return false;
  }

  /** The choices where there are few: names, in order; else none. */
  default List<String> choices() {
    return List.of();
  }

  private static <T> Kind<T> scalar(
      Class<T> type, String rule, Function<Written, T> reader, Function<T, String> text) {
    return new Scalar<>(type, rule, reader, text);
  }

  /** One of the names of {@code type}. */
  static <E extends Enum<E> & Named> Kind<E> choice(Class<E> type) {
    return oneOf(() -> List.of(type.getEnumConstants()));
  }

  /** One of {@code choices}, by name. */
  static <T extends Named> Kind<T> oneOf(Supplier<List<T>> choices) {
    return new Choice<>(choices);
  }

  /** A list of different names of {@code type}, in the order they are declared. */
  static <E extends Enum<E> & Named> Kind<List<E>> choices(Class<E> type) {
    return new ListKind<>(
        "a list of different names, each " + String.join(" or ", Named.labels(type)),
        choice(type),
        chosen -> chosen.stream().distinct().sorted().toList());
  }

  /**
   * A list of {@code element}s, each of which keeps a rule.
   *
   * @param rule of the list
   * @param each what is wrong where an element is, with {@code %s} for its rule
   */
  static <T> Kind<List<T>> listOf(String rule, String each, Kind<T> element, Rule<T> elementRule) {
    return new ListKind<>(rule, new Element<>(each, element, elementRule), values -> values);
  }

  /** A place, by its path or URI ({@link Places}). */
  static Kind<Path> path(String rule) {
    return new Kind<>() {
      @Override
      public Path read(Written written) {
        return readPath(rule, written);
      }

      @Override
      public String rule() {
        return rule;
      }

      @Override
      public Object plain(Path value) {
        return value.toString();
      }

      @Override
      public String text(Path value) {
        return value.toString();
      }

      @Override
      public Class<?> cellType() {
        return String.class;
      }

      @Override
      public Object cell(Path value) {
        return value.toString();
      }
    };
  }

  private static Path readPath(String rule, Written written) {
    String text = written.text(rule);
    if (text.isBlank()) {
      throw new UnfitValueException(rule);
    }
    try {
      return Places.of(text);
    } catch (InvalidPathException e) {
      throw new UnfitValueException(rule);
    }
  }

  private static boolean flag(Written written) {
    String rule = "true or false";
    return switch (written.text(rule)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new UnfitValueException(rule);
    };
  }

  /** Numbers may come as text: a substitution from the environment always does. */
  static BigDecimal decimal(Written written, String rule) {
    String text = written.text(rule);
    if (text.length() > Scalar.MOST_DIGITS) {
      throw new UnfitValueException(
          "%s of at most %d characters".formatted(rule, Scalar.MOST_DIGITS));
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new UnfitValueException(rule);
    }
  }

  /** A whole number of any size. */
  static BigDecimal wholeDecimal(Written written, String rule) {
    BigDecimal number = decimal(written, rule);
    if (number.stripTrailingZeros().scale() > 0) {
      throw new UnfitValueException(rule);
    }
    return number;
  }

  private static int wholeNumber(Written written) {
    BigDecimal number = wholeDecimal(written, "a whole number");
    BigDecimal atLeast = number.max(BigDecimal.valueOf(Integer.MIN_VALUE));
    return atLeast.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValueExact();
  }

  /** A kind whose values are kept as they are. */
  record Scalar<T>(
      Class<T> type, String rule, Function<Written, T> reader, Function<T, String> words)
      implements Kind<T> {

    /** Digits and all: more say nothing that a number of 64 bits keeps. */
    static final int MOST_DIGITS = 1000;

    @Override
    public T read(Written written) {
      return reader.apply(written);
    }

    @Override
    public Object plain(T value) {
      return value;
    }

    @Override
    public String text(T value) {
      return words.apply(value);
    }

    @Override
    public Class<?> cellType() {
      return type;
    }

    @Override
    public Object cell(T value) {
      return value;
    }
  }

  /** A kind of names. */
  record Choice<T extends Named>(Supplier<List<T>> all) implements Kind<T> {

    @Override
    public T read(Written written) {
      String rule = rule();
      String name = written.text(rule);
      Optional<T> found = all.get().stream().filter(one -> one.label().equals(name)).findFirst();
      return found.orElseThrow(() -> new UnfitValueException(rule, hint(name)));
    }

    private String hint(String name) {
      return Suggestion.nearest(name, choices()).map("; did you mean %s?"::formatted).orElse("");
    }

    @Override
    public String rule() {
      return String.join(" or ", choices());
    }

    @Override
    public List<String> choices() {
      return all.get().stream().map(Named::label).toList();
    }

    @Override
    public Object plain(T value) {
      return value.label();
    }

    @Override
    public String text(T value) {
      return value.label();
    }

    @Override
    public Class<?> cellType() {
      return String.class;
    }

    @Override
    public Object cell(T value) {
      return value.label();
    }
  }

  /** A kind of the elements of a list, whose refusals speak of the list. */
  record Element<T>(String each, Kind<T> kind, Rule<T> elementRule) implements Kind<T> {

    @Override
    public T read(Written written) {
      T value;
      try {
        value = kind.read(written);
      } catch (UnfitValueException e) {
        throw new UnfitValueException(each.formatted(e.rule()), e.hint());
      }
      if (!elementRule.test().test(value)) {
        throw new UnfitValueException(each.formatted(elementRule.text()));
      }
      return value;
    }

    @Override
    public String rule() {
      return kind.rule();
    }

    @Override
    public Object plain(T value) {
      return kind.plain(value);
    }

    @Override
    public String text(T value) {
      return kind.text(value);
    }

    @Override
    public Class<?> cellType() {
      return kind.cellType();
    }

    @Override
    public Object cell(T value) {
      return kind.cell(value);
    }
  }

  /** A kind of lists. */
  record ListKind<T>(String rule, Kind<T> element, Function<List<T>, List<T>> order)
      implements Kind<List<T>> {

    @Override
    public List<T> read(Written written) {
      List<Written> all = written.values(rule);
      List<T> values = order.apply(all.stream().map(element::read).toList());
      if (values.size() < all.size()) {
        throw new UnfitValueException(rule);
      }
      return values;
    }

    @Override
    public boolean isList() {
      return true;
    }

    @Override
    public List<String> choices() {
      return element.choices();
    }

    @Override
    public Object plain(List<T> value) {
      return value.stream().map(element::plain).toList();
    }

    @Override
    public String text(List<T> value) {
      return value.stream().map(element::text).collect(Collectors.joining(","));
    }

    @Override
    public Class<?> cellType() {
      return String.class;
    }

    @Override
    public Object cell(List<T> value) {
      return text(value);
    }
  }
}
