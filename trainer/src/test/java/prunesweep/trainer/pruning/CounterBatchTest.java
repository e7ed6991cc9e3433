package prunesweep.trainer.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static prunesweep.trainer.fixture.Networks.kernel;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.fixture.Networks;
import prunesweep.trainer.fixture.SmallImages;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.spec.Counter;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.training.TrainingEngine;

/**
 * Counters of three inputs and two hidden neurons, worked out by hand: neuron 0 is x0 - x1, neuron
 * 1 is x2, each plus its bias.
 */
class CounterBatchTest {

  private static final Kernel HIDDEN =
      kernel(new float[] {1, 0}, new float[] {-1, 0}, new float[] {0, 1});
  private static final Kernel OUTPUT = kernel(new float[] {1, -1}, new float[] {-1, 1});

  /** With no bias: neuron 0 is 1, -1, exactly 0, 0, 1, 0; neuron 1 is 0, 1, 1, 0, 0.502, 0.39. */
  private static final LabelledImages IMAGES =
      SmallImages.of(
          new int[][] {
            {255, 0, 0}, {0, 255, 255}, {255, 255, 255}, {0, 0, 0}, {255, 0, 128}, {0, 0, 100}
          },
          0,
          1,
          0,
          1,
          0,
          1);

  private static final int[] FIRST_TWICE = {0, 0, 1, 2, 3, 4, 5};

  @ParameterizedTest
  @EnumSource(Engine.class)
  void countsImagesWhoseOutputIsNotZero(Engine engine) {
    try (TrainingEngine network = network(engine, new float[0], new float[0])) {
      assertThat(network.activeImages(IMAGES, FIRST_TWICE)).containsExactly(new int[] {3, 4});
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void biasesArePartOfThePreActivation(Engine engine) {
    try (TrainingEngine network = network(engine, new float[] {.25f, -.5f}, new float[2])) {
      assertThat(network.activeImages(IMAGES, FIRST_TWICE)).containsExactly(new int[] {6, 3});
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void activeAndInactiveAddUpToTheBatch(Engine engine) {
    try (TrainingEngine network = network(engine, new float[] {0, -.5f}, new float[2])) {
      int[] active = batch(IMAGES, 40, Counter.ACTIVE, 1).count(network, 3).get(0);
      int[] inactive = batch(IMAGES, 40, Counter.INACTIVE, 1).count(network, 3).get(0);

      assertThat(active[0]).isBetween(1, 39);
      assertThat(active[0] + inactive[0]).isEqualTo(40);
      assertThat(active[1] + inactive[1]).isEqualTo(40);
    }
  }

  /** A source of one image leaves no chance: it is drawn 32 times, with replacement. */
  @ParameterizedTest
  @EnumSource(Engine.class)
  void drawsWithReplacementFromItsSource(Engine engine) {
    LabelledImages second = IMAGES.slice(1, 2);
    try (TrainingEngine network = network(engine, new float[] {0, -.5f}, new float[2])) {
      assertThat(batch(second, 32, Counter.ACTIVE, 1).count(network, 1))
          .containsExactly(new int[] {0, 32});
      assertThat(batch(second, 32, Counter.INACTIVE, 1).count(network, 1))
          .containsExactly(new int[] {32, 0});
    }
  }

  /** Of 300 draws from six images 100 make neuron 0 active, give or take 8.2. */
  @ParameterizedTest
  @EnumSource(Engine.class)
  void isFreshEachEpochAndFollowsTheSeed(Engine engine) {
    try (TrainingEngine network = network(engine, new float[2], new float[2])) {
      List<Integer> epochs =
          IntStream.range(1, 5).mapToObj(e -> neuronZero(network, 1, e)).toList();
      List<Integer> seeds = IntStream.range(1, 5).mapToObj(s -> neuronZero(network, s, 1)).toList();

      assertThat(neuronZero(network, 1, 1)).isEqualTo(epochs.get(0)).isEqualTo(seeds.get(0));
      assertThat(epochs.stream().distinct()).hasSizeGreaterThan(1);
      assertThat(seeds.stream().distinct()).hasSizeGreaterThan(1);
      assertThat(epochs).allSatisfy(count -> assertThat(count).isBetween(60, 140));
      assertThat(seeds).allSatisfy(count -> assertThat(count).isBetween(60, 140));
    }
  }

  private static int neuronZero(TrainingEngine network, long seed, int epoch) {
    return batch(IMAGES, 300, Counter.ACTIVE, seed).count(network, epoch).get(0)[0];
  }

  private static CounterBatch batch(LabelledImages source, int size, Counter counter, long seed) {
    return new CounterBatch(source, size, counter, seed);
  }

  private static TrainingEngine network(Engine engine, float[] hiddenBias, float[] outputBias) {
    return Networks.engine(
        SmallSpecs.training(engine, Optimizer.SGD, 0.01, 32),
        new Parameters(List.of(HIDDEN, OUTPUT), List.of(hiddenBias, outputBias)));
  }
}
