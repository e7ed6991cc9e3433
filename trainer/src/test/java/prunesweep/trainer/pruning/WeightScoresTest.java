package prunesweep.trainer.pruning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import prunesweep.trainer.fixture.Networks;
import prunesweep.trainer.fixture.Score;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.random.RandomStream;
import prunesweep.trainer.score.Scorers;

class WeightScoresTest {

  private static final double NONE = Selector.NO_CANDIDATE;

  /** Column j of a kernel leads into neuron j; zeros of either sign are pruned already. */
  @Test
  void scoresByHand() {
    Kernel kernel = Networks.kernel(new float[] {1, -2, 0}, new float[] {-0.0f, 4, -8});
    long[] counters = {1, 10, 0};

    assertThat(scores(Score.NEURONS, List.of(kernel), List.of(counters), nines()).get(0))
        .containsExactly(1, 10, NONE, NONE, 10, 0);
    assertThat(scores(Score.NEURONS_WEIGHTS, List.of(kernel), List.of(counters), nines()).get(0))
        .containsExactly(1, 20, NONE, NONE, 40, 0);
    assertThat(scores(Score.MAGNITUDE, List.of(kernel), List.of(counters), nines()).get(0))
        .containsExactly(1, 2, NONE, NONE, 4, 8);
    assertThat(scores(Score.RANDOM, List.of(kernel), List.of(counters), nines()).get(0))
        .containsExactly(9, 9, NONE, NONE, 9, 9);
  }

  /** Of two layers, one ten times the other, each loses its share: within four deviations. */
  @Test
  void randomScoresDoNotDependOnTheLayer() {
    RandomGenerator random = RandomStream.of(3, "scores", 0);
    List<Kernel> kernels = List.of(ones(200, 100, 0.001f), ones(100, 20, 50));
    List<long[]> counters = List.of(new long[100], new long[20]);
    List<boolean[]> chosen =
        Selector.lowest(scores(Score.RANDOM, kernels, counters, random), 11_000);

    assertThat(count(chosen.get(0)) + count(chosen.get(1))).isEqualTo(11_000);
    assertThat(count(chosen.get(0))).isBetween(9_915L, 10_085L);
  }

  /** As many in each layer as the score chose there, exactly, but others. */
  @Test
  void choicesWithinALayerKeepItsShare() {
    List<Kernel> kernels =
        List.of(
            Networks.kernel(new float[] {5, -1, 3}, new float[] {2, 0, -4}),
            Networks.kernel(new float[] {7, 6}, new float[] {-8, 9}));
    List<boolean[]> chosen =
        List.of(
            new boolean[] {true, false, true, false, false, false},
            new boolean[] {false, true, false, true});
    List<boolean[]> smallest = LayerChoice.of(WithinLayer.MAGNITUDE, kernels, chosen, () -> 0L);
    List<boolean[]> any =
        LayerChoice.of(WithinLayer.RANDOM, kernels, chosen, RandomStream.of(1, "within-layer", 0));

    assertThat(smallest.get(0)).containsExactly(false, true, false, true, false, false);
    assertThat(smallest.get(1)).containsExactly(true, true, false, false);
    assertThat(count(any.get(0))).isEqualTo(2);
    assertThat(any.get(0)[4]).as("a zero is no candidate").isFalse();
    assertThat(count(any.get(1))).isEqualTo(2);
    assertThat(LayerChoice.of(WithinLayer.SCORE, kernels, chosen, () -> 0L)).isSameAs(chosen);
  }

  /** The scores of {@code kernels}, those of no candidates among them. */
  static List<double[]> scores(
      Score score, List<Kernel> kernels, List<long[]> counters, RandomGenerator random) {
    List<Integer> all = IntStream.range(0, kernels.size()).boxed().toList();
    ScoredKernels view =
        new ScoredKernels(kernels, all, ScoredKernels.Facts.ofCounters(counters), random);
    return Selector.candidates(Scorers.of(score.spec()).scores(view), kernels);
  }

  private static RandomGenerator nines() {
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        return 9;
      }

      @Override
      public double nextDouble() {
        return 9;
      }
    };
  }

  private static Kernel ones(int inputs, int units, float weight) {
    float[] weights = new float[inputs * units];
    Arrays.fill(weights, weight);
    return new Kernel(inputs, units, weights);
  }

  private static long count(boolean[] flags) {
    long count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return count;
  }
}
