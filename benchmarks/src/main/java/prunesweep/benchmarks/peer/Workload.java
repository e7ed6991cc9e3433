package prunesweep.benchmarks.peer;

import java.util.Map;

/** Prepared steps of a contestant, which can be run and timed again and again. */
interface Workload {

  /**
   * Runs {@code steps} steps.
   *
   * @return seconds of all steps together, one figure a part of a step
   */
  double[] run(int steps);

  /** Properties of this process by name, e.g. the kernel of its library. */
  Map<String, String> facts();
}
