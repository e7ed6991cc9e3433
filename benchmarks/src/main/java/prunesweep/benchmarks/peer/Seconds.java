package prunesweep.benchmarks.peer;

/** Wall clock in seconds. */
final class Seconds {

  private static final double NANOS = 1e9;

  private Seconds() {}

  static double of(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / NANOS;
  }
}
