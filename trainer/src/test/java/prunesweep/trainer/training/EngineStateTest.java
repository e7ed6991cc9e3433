package prunesweep.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
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
import prunesweep.trainer.spec.TrainingSpec;

/** An engine that takes over another's state goes on as the other, bit for bit. */
class EngineStateTest {

  private static final long SEED = 17;

  /** The last batch of a pass has 8 of 32 images. */
  private static final LabelledImages IMAGES = SmallImages.noise(SEED, 200, 37, 7);

  @ParameterizedTest
  @CsvSource({
    "VECTOR, SGD, true",
    "VECTOR, SGD, false",
    "VECTOR, ADAM, true",
    "VECTOR, ADAM, false",
    "DL4J, SGD, true",
    "DL4J, SGD, false",
    "DL4J, ADAM, true",
    "DL4J, ADAM, false"
  })
  void goesOnBitForBit(Engine engine, Optimizer optimizer, boolean bias) {
    Parameters initial = initial(bias);
    Mask mask = RandomMasks.half(SEED, initial.hidden());
    try (TrainingEngine first = network(engine, optimizer, initial);
        TrainingEngine second = network(engine, optimizer, initial);
        TrainingEngine third = network(engine, optimizer, initial)) {
      pass(first, 1);
      pass(first, 2);
      second.restore(first.state());
      requireSame(second, first);

      List.of(first, second).forEach(network -> pass(network, 3));
      requireSame(second, first);

      List.of(first, second).forEach(network -> network.hold(mask));
      List.of(first, second).forEach(network -> pass(network, 4));
      third.restore(second.state());
      requireSame(third, first);
      List.of(first, third).forEach(network -> pass(network, 5));
      requireSame(third, first);
      assertThat(third.state().held()).contains(mask);
    }
  }

  /** Without its memory Adam goes another way: the state is needed, not only the parameters. */
  @ParameterizedTest
  @CsvSource({"VECTOR", "DL4J"})
  void adamNeedsItsMemory(Engine engine) {
    Parameters initial = initial(true);
    try (TrainingEngine first = network(engine, Optimizer.ADAM, initial);
        TrainingEngine second = network(engine, Optimizer.ADAM, initial)) {
      pass(first, 1);
      EngineState state = first.state();
      assertThat(state.optimizer().steps()).isEqualTo(7);
      assertThat(state.optimizer().moments()).hasSize(2);
      second.restore(EngineState.initial(state.parameters()));
      List.of(first, second).forEach(network -> pass(network, 2));
      assertThat(bits(second)).isNotEqualTo(bits(first));
    }
  }

  @ParameterizedTest
  @CsvSource({"VECTOR, SGD", "VECTOR, ADAM", "DL4J, SGD", "DL4J, ADAM"})
  void handsOutAndTakesInCopies(Engine engine, Optimizer optimizer) {
    Parameters initial = initial(true);
    try (TrainingEngine first = network(engine, optimizer, initial);
        TrainingEngine second = network(engine, optimizer, initial)) {
      pass(first, 1);
      List<Integer> bits = bits(first);
      EngineState state = first.state();
      second.restore(state);
      scribble(state);
      assertThat(bits(first)).isEqualTo(bits);
      assertThat(bits(second)).isEqualTo(bits);
      List.of(first, second).forEach(network -> pass(network, 2));
      requireSame(second, first);
    }
  }

  private static void scribble(EngineState state) {
    List<Parameters> all = new ArrayList<>(state.optimizer().moments());
    all.add(state.parameters());
    for (Parameters parameters : all) {
      parameters.kernels().forEach(kernel -> Arrays.fill(kernel.weights(), 9));
      parameters.biases().forEach(bias -> Arrays.fill(bias, 9));
    }
  }

  private static Parameters initial(boolean bias) {
    return GlorotUniform.initialise(new NetworkSpec(List.of(19, 11), bias), 37, 7, SEED);
  }

  private static TrainingEngine network(Engine engine, Optimizer optimizer, Parameters initial) {
    double rate = optimizer == Optimizer.SGD ? 0.1 : 0.003;
    TrainingSpec training = SmallSpecs.training(engine, optimizer, rate, 32);
    return Networks.engine(training, initial);
  }

  private static void pass(TrainingEngine network, int epoch) {
    network.train(IMAGES, Shuffle.order(IMAGES.count(), SEED, "training", epoch));
  }

  private static void requireSame(TrainingEngine actual, TrainingEngine expected) {
    assertThat(bits(actual)).isEqualTo(bits(expected));
    assertThat(actual.evaluate(IMAGES)).isEqualTo(expected.evaluate(IMAGES));
  }

  private static List<Integer> bits(TrainingEngine network) {
    EngineState state = network.state();
    List<Integer> bits = new ArrayList<>(Networks.bits(state.parameters()));
    state.optimizer().moments().forEach(moment -> bits.addAll(Networks.bits(moment)));
    bits.add(state.optimizer().steps());
    return bits;
  }
}
