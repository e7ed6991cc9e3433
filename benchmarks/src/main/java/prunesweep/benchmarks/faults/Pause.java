package prunesweep.benchmarks.faults;

/** Waits between two looks at other processes. */
final class Pause {

  private Pause() {}

  static void ofMillis(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FaultsException("The run of faults was interrupted");
    }
  }
}
