package prunesweep.benchmarks.peer;

import prunesweep.benchmarks.subject.ProductKind;

/**
 * The matrix products of one layer on matrices of its own, as one library or engine computes them.
 *
 * <p>This is where another multiplier is plugged in: implement it, and name it in {@link Task}.
 */
interface LayerProducts {

  /** What computes the product {@code kind} once, each time it is run. */
  Runnable product(ProductKind kind);
}
