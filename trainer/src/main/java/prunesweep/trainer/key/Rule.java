package prunesweep.trainer.key;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Rule that values of a key must keep.
 *
 * @param text the rule, to be read after "must be"
 * @param test whether a value keeps it
 */
public record Rule<T>(String text, Predicate<T> test) {

  /** Any value that the kind of the key takes. */
  public static <T> Rule<T> any() {
    return new Rule<>("any value", value -> true);
  }

  /** A whole number between {@code lowest} and {@code highest}, both included. */
  public static Rule<Integer> between(int lowest, int highest) {
    return new Rule<>(
        "a whole number from %d to %d".formatted(lowest, highest),
        value -> value >= lowest && value <= highest);
  }

  /** A share in (0, 1). */
  public static Rule<Double> share() {
    return new Rule<>("a share above 0 and below 1", value -> value > 0 && value < 1);
  }

  /** A share in [0, 1). */
  public static Rule<Double> shareOrZero() {
    return new Rule<>("a share from 0 and below 1", value -> value >= 0 && value < 1);
  }

  /** A share in (0, 1]. */
  public static Rule<Double> shareOrOne() {
    return new Rule<>("a share above 0 and at most 1", value -> value > 0 && value <= 1);
  }

  /** A finite number that is not negative. */
  public static Rule<Double> zeroOrPositive() {
    return new Rule<>(
        "a finite number from 0", value -> value >= 0 && value < Double.POSITIVE_INFINITY);
  }

  /** A finite number above 0. */
  public static Rule<Double> positive() {
    return new Rule<>(
        "a finite number above 0", value -> value > 0 && value < Double.POSITIVE_INFINITY);
  }

  /** A text that {@code pattern} matches as a whole. */
  public static Rule<String> matching(String text, String pattern) {
    return new Rule<>(text, Pattern.compile(pattern).asMatchPredicate());
  }

  /**
   * Requires {@code value} of the key {@code name}.
   *
   * @throws InvalidSpecException if it breaks this rule
   */
  public void require(String name, T value) {
    if (!test.test(value)) {
      throw new InvalidSpecException(name, text, value);
    }
  }
}
