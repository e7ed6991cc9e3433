package prunesweep.benchmarks.contest;

import java.util.Map;

/** A contestant that is prepared and waits for requests. */
interface Peer extends AutoCloseable {

  /** Properties of its process by name, e.g. {@code kernel}. */
  Map<String, String> facts();

  /**
   * Does {@code steps} steps.
   *
   * @return seconds of all steps together, one figure a part of a step
   * @throws BenchException if it gives up or ends
   */
  double[] run(int steps);

  @Override
  void close();
}
