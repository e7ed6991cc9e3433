package prunesweep.trainer.training.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.fixture.Networks;
import prunesweep.trainer.fixture.SmallImages;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.fixture.Updates;
import prunesweep.trainer.network.GlorotUniform;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.TrainingSpec;

/** Layers of few weights beside the same by the products of all weights: equal bits. */
class SparseLayersTest {

  private static final int INPUTS = 83;
  private static final int CLASSES = 6;
  private static final NetworkSpec NETWORK = new NetworkSpec(List.of(70, 45, 37), true);
  private static final Parameters INITIAL = GlorotUniform.initialise(NETWORK, INPUTS, CLASSES, 3);

  /** Every layer by its kept weights alone, however many they are. */
  private static final SparseLimit ALWAYS = new SparseLimit(2);

  static Stream<Arguments> trainings() {
    return Stream.concat(
            Stream.of(
                SmallSpecs.training(Engine.VECTOR, Optimizer.SGD, 0.1, 32),
                SmallSpecs.training(Engine.VECTOR, Optimizer.ADAM, 0.005, 32)),
            Updates.all().map(update -> Updates.training(Engine.VECTOR, update, 32)))
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("trainings")
  void everyUpdateRuleGivesTheBitsOfTheDenseProducts(TrainingSpec training) {
    requireEqual(training, pixels(), 0.1, 0.05);
  }

  /** The last batch of each pass is smaller still. */
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 16, 48, 100})
  void soDoesEveryBatch(int batch) {
    requireEqual(
        SmallSpecs.training(Engine.VECTOR, Optimizer.SGD, 0.1, batch), pixels(), 0.1, 0.05);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.2, 0.02, 0.003, 0})
  void soDoesEveryShareOfWeights(double kept) {
    requireEqual(SmallSpecs.training(Engine.VECTOR, Optimizer.SGD, 0.1, 32), pixels(), kept, kept);
  }

  @Test
  void soDoRealNumbers() {
    LabelledImages images = LeftOutTest.realNumbers(8);
    Parameters initial =
        GlorotUniform.initialise(NETWORK, LeftOutTest.INPUTS, LeftOutTest.CLASSES, 3);
    TrainingSpec training = SmallSpecs.training(Engine.VECTOR, Optimizer.SGD, 0.1, 32);
    requireEqual(training, initial, images, mask(initial.hidden(), 0.1), mask(initial.hidden(), 0));
  }

  /** Some units have lost all, some inputs lead nowhere, some units have kept all. */
  @Test
  void soDoUnevenLayers() {
    Random random = new Random(4);
    List<boolean[]> kept = new ArrayList<>();
    for (Kernel kernel : INITIAL.hidden()) {
      boolean[] layer = new boolean[kernel.size()];
      for (int index = 0; index < layer.length; index++) {
        int unit = index % kernel.units();
        int input = index / kernel.units();
        layer[index] = unit % 3 > 0 && input % 5 > 0 && random.nextInt(20) < 3;
        layer[index] |= unit == 7 && input % 11 > 0;
      }
      kept.add(layer);
    }
    Mask mask = new Mask(kept);
    TrainingSpec training = SmallSpecs.training(Engine.VECTOR, Optimizer.SGD, 0.1, 32);
    requireEqual(training, INITIAL, pixels(), mask, mask(INITIAL.hidden(), 0.05));
  }

  private static void requireEqual(
      TrainingSpec training, LabelledImages images, double first, double second) {
    List<Kernel> hidden = INITIAL.hidden();
    requireEqual(training, INITIAL, images, mask(hidden, first), mask(hidden, second));
  }

  /** Dense, under one mask and under a second one, with all that is asked in between. */
  private static void requireEqual(
      TrainingSpec training, Parameters initial, LabelledImages images, Mask first, Mask second) {
    try (VectorEngine sparse = new VectorEngine(training, initial, ALWAYS);
        VectorEngine standard = new VectorEngine(training, initial);
        VectorEngine dense = new VectorEngine(training, initial, SparseLimit.NEVER)) {
      List<VectorEngine> engines = List.of(sparse, standard, dense);
      train(engines, images, 0);
      for (Mask mask : List.of(first, second)) {
        engines.forEach(engine -> engine.hold(mask));
        train(engines, images, 1);
        train(engines, images, 2);
      }
    }
  }

  private static void train(List<VectorEngine> engines, LabelledImages images, int pass) {
    int[] order = new Random(pass).ints(230, 0, images.count()).toArray();
    VectorEngine dense = engines.get(2);
    var expected = dense.train(images, order);
    for (VectorEngine engine : engines.subList(0, 2)) {
      assertThat(engine.train(images, order)).isEqualTo(expected);
      assertThat(Networks.bits(engine.parameters())).isEqualTo(Networks.bits(dense.parameters()));
      assertThat(engine.state().optimizer().moments().stream().map(Networks::bits))
          .isEqualTo(dense.state().optimizer().moments().stream().map(Networks::bits).toList());
      assertThat(engine.evaluate(images)).isEqualTo(dense.evaluate(images));
      assertThat(engine.activeImages(images, order))
          .usingRecursiveComparison()
          .isEqualTo(dense.activeImages(images, order));
      assertThat(engine.inputs(images, order))
          .usingRecursiveComparison()
          .isEqualTo(dense.inputs(images, order));
    }
  }

  private static Mask mask(List<Kernel> kernels, double kept) {
    Random random = new Random(2);
    List<boolean[]> layers = new ArrayList<>();
    for (Kernel kernel : kernels) {
      boolean[] layer = new boolean[kernel.size()];
      for (int index = 0; index < layer.length; index++) {
        layer[index] = random.nextDouble() < kept;
      }
      layers.add(layer);
    }
    return new Mask(layers);
  }

  private static LabelledImages pixels() {
    return SmallImages.noise(3, 200, INPUTS, CLASSES);
  }
}
