package prunesweep.benchmarks.contest;

import java.util.List;
import prunesweep.benchmarks.subject.StepProduct;

/**
 * Something that is timed.
 *
 * @param id its name in files: lower-case letters, digits and hyphens
 * @param label its name for people
 * @param starter starts its process
 * @param products what the parts of its step are; empty where the step is one part
 * @param divisor of the steps of a round it does one in so many, at least one
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

  /** How many steps it does when a round has {@code steps}. */
  int steps(int steps) {
    return Math.max(1, steps / divisor);
  }
}
