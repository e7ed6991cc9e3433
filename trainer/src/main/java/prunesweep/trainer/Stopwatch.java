package prunesweep.trainer;

/** Wall clock since a start. */
record Stopwatch(long startNanos) {

  private static final double NANOS = 1e9;

  static Stopwatch started() {
    return new Stopwatch(System.nanoTime());
  }

  double seconds() {
    return (System.nanoTime() - startNanos) / NANOS;
  }
}
