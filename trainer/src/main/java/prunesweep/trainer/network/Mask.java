package prunesweep.trainer.network;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The weights that are kept: {@code true} = kept, in the flat order of {@link Kernel}.
 *
 * @param kept one array a layer, input side first: of all hidden ones, and of the output layer
 *     where it is pruned too
 */
public record Mask(List<boolean[]> kept) implements Serializable {

  public Mask {
    kept = List.copyOf(kept);
  }

  /** The mask that keeps every weight of {@code kernels} that is not exactly zero. */
  public static Mask ofNonZero(List<Kernel> kernels) {
    return new Mask(kernels.stream().map(Mask::nonZero).toList());
  }

  private static boolean[] nonZero(Kernel kernel) {
    boolean[] kept = new boolean[kernel.size()];
    for (int index = 0; index < kept.length; index++) {
      kept[index] = kernel.weights()[index] != 0;
    }
    return kept;
  }

  /** This mask without the weights marked in {@code pruned}, which has its shape. */
  public Mask without(List<boolean[]> pruned) {
    List<boolean[]> left = new ArrayList<>();
    for (int layer = 0; layer < kept.size(); layer++) {
      boolean[] flags = kept.get(layer).clone();
      for (int index = 0; index < flags.length; index++) {
        flags[index] &= !pruned.get(layer)[index];
      }
      left.add(flags);
    }
    return new Mask(left);
  }

  /** This mask with the weights marked in {@code grown} too, which has its shape. */
  public Mask with(List<boolean[]> grown) {
    List<boolean[]> more = new ArrayList<>();
    for (int layer = 0; layer < kept.size(); layer++) {
      boolean[] flags = kept.get(layer).clone();
      for (int index = 0; index < flags.length; index++) {
        flags[index] |= grown.get(layer)[index];
      }
      more.add(flags);
    }
    return new Mask(more);
  }

  /**
   * A mask that keeps as many weights of each layer, any of them.
   *
   * @param random uniform numbers
   */
  public Mask shuffled(RandomGenerator random) {
    return new Mask(kept.stream().map(layer -> shuffled(layer.clone(), random)).toList());
  }

  /** Durstenfeld's shuffle (Algorithm 235: Random permutation, 1964). */
  private static boolean[] shuffled(boolean[] flags, RandomGenerator random) {
    for (int index = flags.length - 1; index > 0; index--) {
      int other = random.nextInt(index + 1);
      boolean flag = flags[index];
      flags[index] = flags[other];
      flags[other] = flag;
    }
    return flags;
  }

  /** Number of weights kept. */
  public long keptWeights() {
    return kept.stream().mapToLong(Mask::count).sum();
  }

  private static long count(boolean[] layer) {
    long count = 0;
    for (boolean weight : layer) {
      if (weight) {
        count++;
      }
    }
    return count;
  }
}
