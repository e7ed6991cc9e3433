package prunesweep.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.fixture.Networks;
import prunesweep.trainer.fixture.RandomMasks;
import prunesweep.trainer.fixture.SmallImages;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.network.GlorotUniform;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.Optimizer;

/** A mask laid on a network that has trained densely for some steps, so that Adam has a memory. */
class HeldMaskTest {

  private static final long SEED = 31;
  private static final LabelledImages IMAGES = SmallImages.noise(SEED, 300, 21, 5);
  private static final Parameters INITIAL =
      GlorotUniform.initialise(new NetworkSpec(List.of(19, 11), true), 21, 5, SEED);

  @ParameterizedTest
  @CsvSource({"VECTOR, SGD, 0.1", "VECTOR, ADAM, 0.01", "DL4J, SGD, 0.1", "DL4J, ADAM, 0.01"})
  void masksStayZeroWhileTheRestMoves(Engine engine, Optimizer optimizer, double rate) {
    Mask mask = RandomMasks.half(SEED, INITIAL.hidden());
    try (TrainingEngine network = network(engine, optimizer, rate)) {
      pass(network, 1);
      Parameters dense = network.parameters();
      network.hold(mask);
      Parameters held = network.parameters();
      requireZeroed(held, dense, mask);

      for (int epoch = 2; epoch <= 12; epoch++) {
        pass(network, epoch);
        requireZero(network.parameters(), mask);
        assertThat(network.parameters().nonZeroWeights()).isEqualTo(held.nonZeroWeights());
      }
      requireMoved(network.parameters(), held, mask);
    }
  }

  /** The second mask is the one that counts: what only the first left out may grow again. */
  @ParameterizedTest
  @CsvSource({"VECTOR, SGD", "VECTOR, ADAM", "DL4J, SGD", "DL4J, ADAM"})
  void aLaterMaskReplacesTheFirst(Engine engine, Optimizer optimizer) {
    Mask first = RandomMasks.half(1, INITIAL.hidden());
    Mask second = RandomMasks.half(2, INITIAL.hidden());
    try (TrainingEngine network = network(engine, optimizer, 0.01)) {
      network.hold(first);
      Parameters held = network.parameters();
      network.hold(second);
      pass(network, 1);

      requireZero(network.parameters(), second);
      requireMoved(network.parameters(), held, second);
    }
  }

  private static TrainingEngine network(Engine engine, Optimizer optimizer, double rate) {
    return Networks.engine(SmallSpecs.training(engine, optimizer, rate, 30), INITIAL);
  }

  private static void pass(TrainingEngine network, int epoch) {
    network.train(IMAGES, Shuffle.order(IMAGES.count(), SEED, "training", epoch));
  }

  /** At once the masked weights are zero, all others and the output layer as before. */
  private static void requireZeroed(Parameters held, Parameters dense, Mask mask) {
    long output = dense.kernels().get(2).size();
    assertThat(held.nonZeroWeights()).isEqualTo(mask.keptWeights() + output);
    assertThat(held.kernels().get(2).weights()).isEqualTo(dense.kernels().get(2).weights());
    assertThat(held.biases().get(0)).isEqualTo(dense.biases().get(0));
    for (int layer = 0; layer < mask.kept().size(); layer++) {
      for (int index = 0; index < mask.kept().get(layer).length; index++) {
        float expected = mask.kept().get(layer)[index] ? weight(dense, layer, index) : 0;
        assertThat(weight(held, layer, index) == expected).as("%d %d", layer, index).isTrue();
      }
    }
  }

  private static void requireZero(Parameters parameters, Mask mask) {
    for (int layer = 0; layer < mask.kept().size(); layer++) {
      for (int index = 0; index < mask.kept().get(layer).length; index++) {
        boolean isZero = weight(parameters, layer, index) == 0;
        assertThat(isZero || mask.kept().get(layer)[index]).as("%d %d", layer, index).isTrue();
      }
    }
  }

  /** Weights into a neuron that never fires do not move: a quarter of the kept ones may stand. */
  private static void requireMoved(Parameters after, Parameters before, Mask mask) {
    long moved = 0;
    for (int layer = 0; layer < mask.kept().size(); layer++) {
      for (int index = 0; index < mask.kept().get(layer).length; index++) {
        boolean changed = weight(after, layer, index) != weight(before, layer, index);
        moved += changed && mask.kept().get(layer)[index] ? 1 : 0;
      }
    }
    assertThat(moved).isBetween(mask.keptWeights() * 3 / 4, mask.keptWeights());
    assertThat(after.biases().get(1)).isNotEqualTo(before.biases().get(1));
    assertThat(after.kernels().get(2).weights()).isNotEqualTo(before.kernels().get(2).weights());
  }

  private static float weight(Parameters parameters, int layer, int index) {
    return parameters.kernels().get(layer).weights()[index];
  }
}
