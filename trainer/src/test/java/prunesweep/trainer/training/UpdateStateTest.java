package prunesweep.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.fixture.Networks;
import prunesweep.trainer.fixture.RandomMasks;
import prunesweep.trainer.fixture.SmallImages;
import prunesweep.trainer.fixture.Updates;
import prunesweep.trainer.network.GlorotUniform;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.UpdateSpec;

/** Update rules with something beside the optimiser: their state, their bits and their masks. */
class UpdateStateTest {

  private static final long SEED = 23;

  /** The last batch of a pass has 8 of 32 images. */
  private static final LabelledImages IMAGES = SmallImages.noise(SEED, 200, 37, 7);

  private static final Parameters INITIAL =
      GlorotUniform.initialise(new NetworkSpec(List.of(19, 11), true), 37, 7, SEED);

  static Stream<Arguments> updates() {
    return Stream.of(Engine.values())
        .flatMap(engine -> Updates.all().map(update -> Arguments.of(engine, update)));
  }

  @ParameterizedTest
  @MethodSource("updates")
  void goesOnBitForBit(Engine engine, UpdateSpec update) {
    Mask mask = RandomMasks.half(SEED, INITIAL.hidden());
    try (TrainingEngine first = network(engine, update);
        TrainingEngine second = network(engine, update);
        TrainingEngine third = network(engine, update)) {
      pass(first, 1);
      second.restore(first.state());
      List.of(first, second).forEach(network -> pass(network, 2));
      assertThat(bits(second)).isEqualTo(bits(first));

      first.hold(mask);
      pass(first, 3);
      third.restore(first.state());
      List.of(first, third).forEach(network -> pass(network, 4));
      assertThat(bits(third)).isEqualTo(bits(first));
    }
  }

  /** Each engine as the other: the fast one leaves out what cannot move, and must not err in it. */
  @ParameterizedTest
  @MethodSource("prunesweep.trainer.fixture.Updates#all")
  void bothEnginesAgreeWithUnitsSevered(UpdateSpec update) {
    Mask mask = withoutUnits();
    try (TrainingEngine fast = network(Engine.VECTOR, update);
        TrainingEngine reference = network(Engine.DL4J, update)) {
      List.of(fast, reference).forEach(network -> pass(network, 1));
      List.of(fast, reference).forEach(network -> network.hold(mask));
      for (int epoch = 2; epoch < 8; epoch++) {
        int pass = epoch;
        List.of(fast, reference).forEach(network -> pass(network, pass));
      }
      assertThat(Networks.distances(fast.parameters(), reference.parameters()))
          .allSatisfy(distance -> assertThat(distance).isLessThan(1e-5));
    }
  }

  @ParameterizedTest
  @MethodSource("updates")
  void neitherHeldWeightsMoveNorWhatIsRememberedOfThem(Engine engine, UpdateSpec update) {
    Mask mask = RandomMasks.half(SEED, INITIAL.hidden());
    try (TrainingEngine network = network(engine, update)) {
      pass(network, 1);
      network.hold(mask);
      requireZero(network.state(), mask);
      pass(network, 2);
      requireZero(network.state(), mask);
    }
  }

  private static void requireZero(EngineState state, Mask mask) {
    List<Parameters> all = new ArrayList<>(state.optimizer().moments());
    all.add(state.parameters());
    for (Parameters parameters : all) {
      long held = 0;
      for (int layer = 0; layer < mask.kept().size(); layer++) {
        float[] weights = parameters.kernels().get(layer).weights();
        for (int index = 0; index < weights.length; index++) {
          held += mask.kept().get(layer)[index] || weights[index] == 0 ? 0 : 1;
        }
      }
      assertThat(held).isZero();
      assertThat(parameters.nonZeroWeights()).isPositive();
    }
  }

  /** Every other unit of the first layer has no kept weight into it. */
  private static Mask withoutUnits() {
    List<boolean[]> kept = new ArrayList<>();
    INITIAL.hidden().forEach(kernel -> kept.add(new boolean[kernel.size()]));
    for (int index = 0; index < kept.get(0).length; index++) {
      kept.get(0)[index] = index % 19 % 2 == 0;
    }
    Arrays.fill(kept.get(1), true);
    return new Mask(kept);
  }

  private static TrainingEngine network(Engine engine, UpdateSpec update) {
    return Networks.engine(Updates.training(engine, update, 32), INITIAL);
  }

  private static void pass(TrainingEngine network, int epoch) {
    network.train(IMAGES, Shuffle.order(IMAGES.count(), SEED, "training", epoch));
  }

  private static List<Integer> bits(TrainingEngine network) {
    EngineState state = network.state();
    List<Integer> bits = new ArrayList<>(Networks.bits(state.parameters()));
    state.optimizer().moments().forEach(moment -> bits.addAll(Networks.bits(moment)));
    return bits;
  }
}
