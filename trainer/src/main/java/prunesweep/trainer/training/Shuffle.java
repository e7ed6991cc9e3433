package prunesweep.trainer.training;

import java.util.random.RandomGenerator;
import prunesweep.trainer.random.RandomStream;

/** The order in which an epoch visits the training images. */
public final class Shuffle {

  /** The phase whose stream has the plain name. */
  private static final String FIRST = "training";

  private Shuffle() {}

  /**
   * A uniform permutation of 0 to {@code count - 1} that depends on seed, phase and epoch alone
   * (Durstenfeld, Algorithm 235: Random permutation, 1964).
   */
  public static int[] order(int count, long seed, String phase, int epoch) {
    RandomGenerator random = RandomStream.of(seed, stream("shuffle", phase), epoch);
    int[] order = new int[count];
    for (int index = 0; index < count; index++) {
      int other = random.nextInt(index + 1);
      order[index] = order[other];
      order[other] = index;
    }
    return order;
  }

  /** The name of the random stream for {@code use} in {@code phase}. */
  static String stream(String use, String phase) {
    return phase.equals(FIRST) ? use : use + "-" + phase;
  }
}
