package prunesweep.trainer.pruning;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.key.Rule;
import prunesweep.trainer.random.RandomStream;

/**
 * The batches of training images that a score looks at, where it looks at any.
 *
 * @param images of a batch, from 1
 * @param batches how many, from 1
 */
public record ScoreBatches(int images, int batches) implements Serializable {

  /** The rule of either number. */
  static final Rule<Integer> RULE = Rule.between(1, 1_000_000);

  /** One batch of 100 images, as SNIP's on MNIST. */
  public static final ScoreBatches STANDARD = new ScoreBatches(100, 1);

  public ScoreBatches {
    RULE.require("score-images", images);
    RULE.require("score-batches", batches);
  }

  /**
   * The indices of each batch at prune {@code prune}: {@code images} different ones out of {@code
   * available}, drawn anew for each batch.
   *
   * @throws InvalidSpecException if there are fewer images than a batch has
   */
  List<int[]> draw(int available, long seed, int prune) {
    if (images > available) {
      throw new InvalidSpecException(
          "score-images", "at most %d, the training images".formatted(available), images);
    }
    RandomGenerator random = RandomStream.of(seed, "score-batches", prune);
    List<int[]> drawn = new ArrayList<>();
    for (int batch = 0; batch < batches; batch++) {
      drawn.add(sample(available, random));
    }
    return drawn;
  }

  /** The first steps of Durstenfeld's shuffle (Algorithm 235: Random permutation, 1964). */
  private int[] sample(int available, RandomGenerator random) {
    int[] all = IntStream.range(0, available).toArray();
    int[] sample = new int[images];
    for (int place = 0; place < images; place++) {
      int other = place + random.nextInt(available - place);
      sample[place] = all[other];
      all[other] = all[place];
    }
    return sample;
  }
}
