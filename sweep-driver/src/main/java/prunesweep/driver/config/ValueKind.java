package prunesweep.driver.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigValue;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import prunesweep.trainer.spec.ConvolutionSpec;
import prunesweep.trainer.spec.InvalidSpecException;
import prunesweep.trainer.spec.Named;
import prunesweep.trainer.spec.NetworkSpec;

/**
 * How one value is read and written.
 *
 * @param reader takes a value or throws {@link UnfitValueException}
 * @param writer gives the one form of a value in a resolved config
 * @param isList whether one value is itself a list, so that an axis is a list of lists
 */
record ValueKind<T>(Function<ConfigValue, T> reader, Function<T, Object> writer, boolean isList) {

  static final ValueKind<Double> NUMBER = scalar(value -> decimal(value, "a number").doubleValue());
  static final ValueKind<Integer> WHOLE_NUMBER = scalar(ValueKind::wholeNumber);
  static final ValueKind<Boolean> FLAG = scalar(ValueKind::flag);
  static final ValueKind<String> TEXT = scalar(ValueKind::text);
  static final ValueKind<Path> PATH = place("the path of a local directory");
  static final ValueKind<Path> FILE = place("the path of a local file");
  static final ValueKind<List<ConvolutionSpec>> CONVOLUTIONS =
      new ValueKind<>(Convolutions::read, Convolutions::plain, true);
  static final ValueKind<List<Integer>> WIDTHS =
      new ValueKind<>(ValueKind::widths, widths -> widths, true);

  /** One of the names of {@code type}. */
  static <E extends Enum<E> & Named> ValueKind<E> choice(Class<E> type) {
    return new ValueKind<>(value -> choice(type, value), Named::label, false);
  }

  /** A list of different names of {@code type}, in the order they are declared. */
  static <E extends Enum<E> & Named> ValueKind<List<E>> choices(Class<E> type) {
    return new ValueKind<>(
        value -> choices(type, value), chosen -> chosen.stream().map(Named::label).toList(), true);
  }

  private static ValueKind<Path> place(String rule) {
    return new ValueKind<>(value -> path(rule, value), Path::toString, false);
  }

  private static <T> ValueKind<T> scalar(Function<ConfigValue, T> reader) {
    return new ValueKind<>(reader, value -> value, false);
  }

  private static <E extends Enum<E> & Named> E choice(Class<E> type, ConfigValue value) {
    List<String> names = Named.labels(type);
    String rule = String.join(" or ", names);
    String name = scalarText(value, rule);
    return Named.find(type, name)
        .orElseThrow(() -> new UnfitValueException(rule, NearestName.hint(name, names)));
  }

  private static <E extends Enum<E> & Named> List<E> choices(Class<E> type, ConfigValue value) {
    String rule = "a list of different names, each " + String.join(" or ", Named.labels(type));
    if (!(value instanceof ConfigList list)) {
      throw new UnfitValueException(rule);
    }
    List<E> chosen = list.stream().map(each -> choice(type, each)).distinct().sorted().toList();
    if (chosen.size() < list.size()) {
      throw new UnfitValueException(rule);
    }
    return chosen;
  }

  private static String scalarText(ConfigValue value, String rule) {
    if (!ConfigValues.isScalar(value)) {
      throw new UnfitValueException(rule);
    }
    return ConfigValues.text(value);
  }

  private static String text(ConfigValue value) {
    return scalarText(value, "a text");
  }

  private static boolean flag(ConfigValue value) {
    String rule = "true or false";
    return switch (scalarText(value, rule)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new UnfitValueException(rule);
    };
  }

  /** An address such as {@code hdfs://host/x} would pass for a relative path. */
  private static Path path(String rule, ConfigValue value) {
    String text = scalarText(value, rule);
    if (text.isBlank() || text.contains("://")) {
      throw new UnfitValueException(rule);
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new UnfitValueException(rule);
    }
  }

  /** Numbers may come as text: a substitution from the environment always does. */
  static BigDecimal decimal(ConfigValue value, String rule) {
    try {
      return new BigDecimal(scalarText(value, rule));
    } catch (NumberFormatException e) {
      throw new UnfitValueException(rule);
    }
  }

  static BigDecimal wholeDecimal(ConfigValue value, String rule) {
    BigDecimal number = decimal(value, rule);
    if (number.stripTrailingZeros().scale() > 0) {
      throw new UnfitValueException(rule);
    }
    return number;
  }

  /** Beyond the ints the nearest int: no spec takes it, and the spec knows the range to name. */
  private static int wholeNumber(ConfigValue value) {
    BigDecimal number = wholeDecimal(value, "a whole number");
    BigDecimal atLeast = number.max(BigDecimal.valueOf(Integer.MIN_VALUE));
    return atLeast.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValueExact();
  }

  private static List<Integer> widths(ConfigValue value) {
    if (!(value instanceof ConfigList list)) {
      throw new UnfitValueException("a list of layer widths");
    }
    return list.stream().map(ValueKind::width).toList();
  }

  private static int width(ConfigValue value) {
    try {
      int width = wholeNumber(value);
      return new NetworkSpec(List.of(width), true).hidden().get(0);
    } catch (InvalidSpecException e) {
      throw new UnfitValueException("a list in which each width is " + e.rule());
    } catch (UnfitValueException e) {
      throw new UnfitValueException("a list in which each width is a whole number");
    }
  }
}
