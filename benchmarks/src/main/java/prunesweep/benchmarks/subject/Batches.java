package prunesweep.benchmarks.subject;

import java.util.Arrays;

/** Batch after batch of one fixed order, from its start again when it is used up. */
public final class Batches {

  private final int[] order;
  private final int size;
  private int next;

  /** Whole batches of {@code size} images of {@code order}; what is left of it is never taken. */
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
