package prunesweep.benchmarks.contest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A line that a contestant's process says: {@code fact NAME VALUE} as often as it likes and then
 * {@code ready}; {@code seconds S ...} for each request; {@code error SENTENCE} when it gives up;
 * and whatever its libraries print.
 */
sealed interface Answer {

  /**
   * Something it runs on.
   *
   * @param name a word
   * @param value any text
   */
  record Fact(String name, String value) implements Answer {}

  /** It is prepared. */
  record Ready() implements Answer {}

  /**
   * How long the steps took.
   *
   * @param parts seconds, above 0, one figure a part of a step
   */
  record Took(List<Double> parts) implements Answer {

    public Took {
      parts = List.copyOf(parts);
    }
  }

  /**
   * It cannot go on.
   *
   * @param reason why
   */
  record GaveUp(String reason) implements Answer {}

  /**
   * No answer, but what else was printed.
   *
   * @param text the line
   */
  record Remark(String text) implements Answer {}

  /** How OpenBLAS tells its kernel when it is loaded with {@code OPENBLAS_VERBOSE=2}. */
  String OPENBLAS_KERNEL = "Core:";

  /** What {@code line} says; a figure that is no time makes it a remark. */
  static Answer parse(String line) {
    String[] words = line.strip().split("\\s+", 2);
    String rest = words.length == 2 ? words[1] : "";
    return switch (words[0]) {
      case "fact" -> fact(rest).orElse(new Remark(line));
      case OPENBLAS_KERNEL -> new Fact("kernel", rest);
      case "ready" -> new Ready();
      case "seconds" -> took(rest).orElse(new Remark(line));
      case "error" -> new GaveUp(rest);
      default -> new Remark(line);
    };
  }

  private static Optional<Answer> fact(String text) {
    String[] words = text.split("\\s+", 2);
    return words.length == 2 ? Optional.of(new Fact(words[0], words[1])) : Optional.empty();
  }

  private static Optional<Answer> took(String text) {
    try {
      List<Double> parts = Arrays.stream(text.split("\\s+")).map(Double::valueOf).toList();
      boolean areTimes = parts.stream().allMatch(part -> part > 0 && Double.isFinite(part));
      return areTimes ? Optional.of(new Took(parts)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
