package prunesweep.benchmarks.subject;

import java.util.Arrays;

/** Batches in one fixed order, again from the start when it is used up. */
public final class Batches {

  private final int[] order;
  private final int size;
  private int next;

  /** Whole batches of {@code size} images of {@code order}; a remainder is never taken. */
  Batches(int[] order, int size) {
    this.order = Arrays.copyOf(order, order.length / size * size);
    this.size = size;
  }

  /** The images of the next {@code steps} batches. */
  public int[] take(int steps) {
    int[] taken = new int[Math.multiplyExact(steps, size)];
    for (int index = 0; index < taken.length; index++) {
      taken[index] = order[next];
      next = (next + 1) % order.length;
    }
    return taken;
  }
}
