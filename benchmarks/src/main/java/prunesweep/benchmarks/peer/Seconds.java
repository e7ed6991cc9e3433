package prunesweep.benchmarks.peer;

import prunesweep.trainer.machine.Stopwatch;

/** Wall clock in seconds. */
final class Seconds {

  private Seconds() {}

  static double of(Runnable work) {
    Stopwatch stopwatch = Stopwatch.started();
    work.run();
    return stopwatch.seconds();
  }
}
