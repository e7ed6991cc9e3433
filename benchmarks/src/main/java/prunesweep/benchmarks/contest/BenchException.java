package prunesweep.benchmarks.contest;

/** Failure to measure something: one sentence for the user. */
public final class BenchException extends RuntimeException {

  /** An exception with {@code sentence} as its message. */
  public BenchException(String sentence) {
    super(sentence);
  }

  /** An exception with {@code sentence} as its message, because of {@code cause}. */
  public BenchException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  static BenchException of(String contestant, String reason) {
    return new BenchException("Cannot measure %s: %s".formatted(contestant, reason));
  }
}
