package prunesweep.benchmarks.contest;

/** What keeps something from being measured: one sentence for the user. */
public final class BenchException extends RuntimeException {

  /** With {@code sentence} as its message. */
  public BenchException(String sentence) {
    super(sentence);
  }

  /** With {@code sentence} as its message, because of {@code cause}. */
  public BenchException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  static BenchException of(String contestant, String reason) {
    return new BenchException("Cannot measure %s: %s".formatted(contestant, reason));
  }
}
