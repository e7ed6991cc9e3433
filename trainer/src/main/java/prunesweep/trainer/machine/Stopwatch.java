package prunesweep.trainer.machine;

/**
 * Wall clock since a start.
 *
 * @param startNanos the start, as {@link System#nanoTime()} has it
 */
public record Stopwatch(long startNanos) {

  private static final double NANOS = 1e9;

  /** A stopwatch that starts now. */
  public static Stopwatch started() {
    return new Stopwatch(System.nanoTime());
  }

  /** A stopwatch that has run for {@code seconds} already. */
  public static Stopwatch startedBefore(double seconds) {
    return new Stopwatch(System.nanoTime() - (long) (seconds * NANOS));
  }

  /** Seconds since the start. */
  public double seconds() {
    return (System.nanoTime() - startNanos) / NANOS;
  }
}
