package prunesweep.benchmarks.contest;

import java.util.List;
import prunesweep.benchmarks.subject.StepProduct;

/**
 * A program that is timed.
 *
 * @param id its name in files: lower-case letters, digits and hyphens
 * @param label its name for people
 * @param starter starts its process
 * @param products the parts of its step; empty where the step is one part
 * @param divisor of the steps of a round, at least 1: it does that part of them
 */
record Contestant(
    String id, String label, Starter starter, List<StepProduct> products, int divisor) {

  Contestant {
    products = List.copyOf(products);
  }

  /** A contestant whose step is a training step. */
  static Contestant trainer(String id, String label, Starter starter) {
    return new Contestant(id, label, starter, List.of(), 1);
  }

  /** Number of steps that it does when a round has {@code steps}. */
  int steps(int steps) {
    return Math.max(1, steps / divisor);
  }
}
