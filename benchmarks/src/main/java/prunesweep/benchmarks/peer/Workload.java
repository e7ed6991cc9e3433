package prunesweep.benchmarks.peer;

import java.util.Map;

/** Something prepared that can be done and timed again and again. */
interface Work {

  /**
   * Does it {@code steps} times.
   *
   * @return seconds of all steps together, one figure a part of a step
   */
  double[] run(int steps);

  /** What it runs on, e.g. the kernel of its library, by name. */
  Map<String, String> facts();
}
