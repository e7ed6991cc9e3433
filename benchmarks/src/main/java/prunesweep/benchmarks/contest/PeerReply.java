package prunesweep.benchmarks.contest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A line of a contestant's process: {@code fact NAME VALUE} any number of times and then {@code
 * ready}; {@code seconds S ...} for each request; {@code error SENTENCE} when it gives up; and
 * anything that its libraries print.
 */
sealed interface PeerReply {

  /**
   * A property of the process, e.g. its kernel.
   *
   * @param name a word
   * @param value any text
   */
  record Fact(String name, String value) implements PeerReply {}

  /** The process is prepared. */
  record Ready() implements PeerReply {}

  /**
   * Time that the steps took.
   *
   * @param parts seconds, above 0, one figure a part of a step
   */
  record Took(List<Double> parts) implements PeerReply {

    public Took {
      parts = List.copyOf(parts);
    }
  }

  /**
   * The process cannot go on.
   *
   * @param reason a sentence
   */
  record GaveUp(String reason) implements PeerReply {}

  /**
   * No reply, but something else that was printed.
   *
   * @param text the line
   */
  record Remark(String text) implements PeerReply {}

  /**
   * The word before the kernel that OpenBLAS prints when loaded with {@code OPENBLAS_VERBOSE=2}.
   */
  String OPENBLAS_KERNEL = "Core:";

  /** Parses {@code line}; a figure that is not a time makes it a remark. */
  static PeerReply parse(String line) {
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

  private static Optional<PeerReply> fact(String text) {
    String[] words = text.split("\\s+", 2);
    return words.length == 2 ? Optional.of(new Fact(words[0], words[1])) : Optional.empty();
  }

  private static Optional<PeerReply> took(String text) {
    try {
      List<Double> parts = Arrays.stream(text.split("\\s+")).map(Double::valueOf).toList();
      boolean areTimes = parts.stream().allMatch(part -> part > 0 && Double.isFinite(part));
      return areTimes ? Optional.of(new Took(parts)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
