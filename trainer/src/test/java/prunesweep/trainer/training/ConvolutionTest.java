package prunesweep.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.fixture.Networks;
import prunesweep.trainer.fixture.RandomMasks;
import prunesweep.trainer.fixture.SmallImages;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.GlorotUniform;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.LayerInputs;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.spec.ConvolutionSpec;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.TrainingSpec;

/** Networks with convolutions beside the same by plain loops. */
@ParameterizedClass
@EnumSource(Engine.class)
class ConvolutionTest {

  private static final int SIDE = 9;
  private static final int CLASSES = 4;
  private static final double RATE = 0.1;
  private static final LabelledImages IMAGES = SmallImages.noise(5, 60, SIDE * SIDE, CLASSES);
  private static final NetworkSpec TWO =
      new NetworkSpec(
          List.of(new ConvolutionSpec(3, 3, 1, 2), new ConvolutionSpec(5, 2, 0, 1)),
          List.of(7),
          true);

  private final Engine engine;

  ConvolutionTest(Engine engine) {
    this.engine = engine;
  }

  static Stream<NetworkSpec> networks() {
    return Stream.of(
        TWO,
        new NetworkSpec(List.of(new ConvolutionSpec(4, 4, 3, 4)), List.of(6, 5), false),
        new NetworkSpec(List.of(new ConvolutionSpec(2, 9, 0, 1)), List.of(3), true),
        new NetworkSpec(
            List.of(
                new ConvolutionSpec(2, 1, 0, 1),
                new ConvolutionSpec(3, 3, 2, 3),
                new ConvolutionSpec(4, 3, 0, 1)),
            List.of(5),
            true));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void lossesAreThoseOfPlainLoops(NetworkSpec network) {
    Parameters parameters = withBiases(initial(network));
    PlainConvolutions plain = new PlainConvolutions(network, parameters);
    try (TrainingEngine engine = engine(network, Optimizer.SGD, parameters)) {
      for (int image = 0; image < 20; image++) {
        double expected = plain.loss(pixels(image), IMAGES.label(image), new ArrayList<>());
        assertThat(engine.evaluate(IMAGES.slice(image, image + 1)).loss())
            .isCloseTo(expected, within(1e-5));
      }
    }
  }

  /** A channel is active where anything in its map is above zero; negative biases kill some. */
  @ParameterizedTest
  @MethodSource("networks")
  void countersAreThoseOfPlainLoops(NetworkSpec network) {
    Parameters parameters = withBiases(initial(network));
    Arrays.fill(parameters.kernels().get(0).weights(), 0, 1, 0.5f);
    PlainConvolutions plain = new PlainConvolutions(network, parameters);
    int[] indices = IntStream.concat(IntStream.range(0, 60), IntStream.of(3, 3, 59)).toArray();
    List<int[]> expected = new ArrayList<>();
    parameters.hidden().forEach(kernel -> expected.add(new int[kernel.units()]));
    for (int image : indices) {
      List<boolean[]> active = new ArrayList<>();
      plain.loss(pixels(image), IMAGES.label(image), active);
      for (int layer = 0; layer < active.size(); layer++) {
        for (int unit = 0; unit < active.get(layer).length; unit++) {
          expected.get(layer)[unit] += active.get(layer)[unit] ? 1 : 0;
        }
      }
    }
    try (TrainingEngine engine = engine(network, Optimizer.SGD, parameters)) {
      List<int[]> counted = engine.activeImages(IMAGES, indices);
      assertThat(counted).hasSize(network.hiddenLayers());
      for (int layer = 0; layer < counted.size(); layer++) {
        assertThat(counted.get(layer)).as("layer %d", layer).isEqualTo(expected.get(layer));
      }
    }
  }

  /** One step of gradient descent against the slopes of the plain loss, by central differences. */
  @ParameterizedTest
  @MethodSource("networks")
  void aStepGoesAgainstTheGradient(NetworkSpec network) {
    Parameters before = withBiases(initial(network));
    int[] batch = {4, 9, 17, 30, 31};
    try (TrainingEngine engine = engine(network, Optimizer.SGD, before)) {
      engine.train(IMAGES, batch);
      Parameters after = engine.parameters();
      PlainConvolutions plain = new PlainConvolutions(network, before);
      for (int layer = 0; layer < before.kernels().size(); layer++) {
        requireStep(plain, batch, plain.weights(layer), after.kernels().get(layer).weights());
        if (network.bias()) {
          requireStep(plain, batch, plain.biases(layer), after.biases().get(layer));
        }
      }
    }
  }

  /** Where a ReLU or a maximum turns within the difference, the slope is no gradient: a few. */
  private static void requireStep(
      PlainConvolutions plain, int[] batch, double[] values, float[] after) {
    int wrong = 0;
    float[] slopes = Slopes.of(plain, IMAGES, batch, values);
    for (int index = 0; index < values.length; index++) {
      double expected = values[index] - RATE * slopes[index];
      wrong += Math.abs(after[index] - expected) > 1e-6 ? 1 : 0;
    }
    assertThat(wrong).isLessThanOrEqualTo(values.length / 50);
  }

  /** More than a batch, the last of three images, one of them twice; a mask holds half. */
  @ParameterizedTest
  @MethodSource("networks")
  void gradientsAreTheSlopesOfPlainLoops(NetworkSpec network) {
    Parameters parameters = withBiases(initial(network));
    int[] indices = {4, 9, 17, 30, 31, 2, 3, 5, 9, 11, 12};
    try (TrainingEngine engine = engine(network, Optimizer.ADAM, parameters)) {
      train(engine, 1);
      engine.hold(RandomMasks.half(3, parameters.hidden()));
      PlainConvolutions plain = new PlainConvolutions(network, engine.parameters());
      List<Kernel> gradients = engine.gradients(IMAGES, indices);
      assertThat(gradients).hasSize(network.hiddenLayers() + 1);
      for (int layer = 0; layer < gradients.size(); layer++) {
        float[] expected = Slopes.of(plain, IMAGES, indices, plain.weights(layer));
        requireFewWrong(gradients.get(layer).weights(), expected);
      }
    }
  }

  private static void requireFewWrong(float[] actual, float[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    int wrong = 0;
    for (int index = 0; index < expected.length; index++) {
      wrong += Math.abs(actual[index] - expected[index]) > 1e-6 ? 1 : 0;
    }
    assertThat(wrong).isLessThanOrEqualTo(expected.length / 50);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void inputsAreTheValuesUnderEachKernel(NetworkSpec network) {
    Parameters parameters = withBiases(initial(network));
    PlainConvolutions plain = new PlainConvolutions(network, parameters);
    int[] indices = {7, 59, 7};
    try (TrainingEngine engine = engine(network, Optimizer.SGD, parameters)) {
      List<LayerInputs> inputs = engine.inputs(IMAGES, indices);
      for (int row = 0; row < indices.length; row++) {
        List<double[]> expected = plain.inputs(pixels(indices[row]));
        assertThat(inputs).hasSameSizeAs(expected);
        for (int layer = 0; layer < expected.size(); layer++) {
          int length = expected.get(layer).length;
          assertThat(inputs.get(layer).values()).hasSize(indices.length * length);
          for (int index = 0; index < length; index++) {
            assertThat((double) inputs.get(layer).values()[row * length + index])
                .as("layer %d, value %d", layer, index)
                .isCloseTo(expected.get(layer)[index], within(1e-5));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Optimizer.class)
  void trainingGoesOnBitForBitAfterGradientsAndInputs(Optimizer optimizer) {
    int[] indices = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    try (TrainingEngine asked = engine(TWO, optimizer, initial(TWO));
        TrainingEngine left = engine(TWO, optimizer, initial(TWO))) {
      for (int epoch = 1; epoch <= 3; epoch++) {
        asked.gradients(IMAGES, indices);
        train(asked, epoch);
        asked.inputs(IMAGES, indices);
        train(left, epoch);
        assertThat(Networks.bits(asked.parameters())).isEqualTo(Networks.bits(left.parameters()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void parametersComeBackAsTheyWere(NetworkSpec network) {
    Parameters first = withBiases(initial(network));
    Parameters second = withBiases(GlorotUniform.initialise(network, SIDE * SIDE, CLASSES, 2));
    try (TrainingEngine engine = engine(network, Optimizer.SGD, first)) {
      assertThat(Networks.bits(engine.parameters())).isEqualTo(Networks.bits(first));
      engine.replace(second);
      assertThat(Networks.bits(engine.parameters())).isEqualTo(Networks.bits(second));
      engine.hold(RandomMasks.half(3, second.hidden()));
      Parameters held = engine.parameters();
      Mask mask = RandomMasks.half(3, second.hidden());
      for (int layer = 0; layer < mask.kept().size(); layer++) {
        float[] weights = second.kernels().get(layer).weights().clone();
        for (int index = 0; index < weights.length; index++) {
          weights[index] *= mask.kept().get(layer)[index] ? 1 : 0;
        }
        assertThat(held.kernels().get(layer).weights()).containsExactly(weights, within(0f));
      }
    }
  }

  /**
   * A channel without weights and bias stays so under both optimisers, and no image finds it
   * active.
   */
  @ParameterizedTest
  @EnumSource(Optimizer.class)
  void prunedChannelsStayZero(Optimizer optimizer) {
    Parameters initial = initial(TWO);
    try (TrainingEngine engine = engine(TWO, optimizer, initial)) {
      train(engine, 1);
      Parameters trained = engine.parameters();
      Mask mask = withoutUnit(Mask.ofNonZero(trained.hidden()), trained.hidden().get(1), 2);
      engine.hold(mask);
      train(engine, 2);
      train(engine, 3);

      Kernel kernel = engine.hiddenKernels().get(1);
      for (int row = 0; row < kernel.inputs(); row++) {
        assertThat(kernel.weights()[row * kernel.units() + 2]).isZero();
      }
      assertThat(engine.parameters().nonZeroWeights())
          .isEqualTo(initial.weights() - kernel.inputs());
      assertThat(Networks.bits(engine.parameters())).isNotEqualTo(Networks.bits(trained));
    }
  }

  private static Mask withoutUnit(Mask mask, Kernel kernel, int unit) {
    List<boolean[]> pruned = new ArrayList<>();
    mask.kept().forEach(layer -> pruned.add(new boolean[layer.length]));
    for (int row = 0; row < kernel.inputs(); row++) {
      pruned.get(1)[row * kernel.units() + unit] = true;
    }
    return mask.without(pruned);
  }

  @ParameterizedTest
  @EnumSource(Optimizer.class)
  void goesOnBitForBit(Optimizer optimizer) {
    Parameters initial = initial(TWO);
    try (TrainingEngine first = engine(TWO, optimizer, initial);
        TrainingEngine second = engine(TWO, optimizer, initial)) {
      train(first, 1);
      first.hold(RandomMasks.half(1, initial.hidden()));
      train(first, 2);
      second.restore(first.state());
      train(first, 3);
      train(second, 3);

      assertThat(Networks.bits(second.parameters())).isEqualTo(Networks.bits(first.parameters()));
      assertThat(second.evaluate(IMAGES)).isEqualTo(first.evaluate(IMAGES));
    }
  }

  /** More images than are scored at once: LeNet-5's first layer has 784 places. */
  @Test
  void scoresManyImagesInParts() {
    LabelledImages many = SmallImages.noise(8, 300, 784, 10);
    Parameters parameters = GlorotUniform.initialise(Networks.LENET, 784, 10, 1);
    PlainConvolutions plain = new PlainConvolutions(Networks.LENET, parameters);
    double sum = 0;
    for (int image = 0; image < many.count(); image += 100) {
      sum += plain.loss(Slopes.pixels(many, image), many.label(image), new ArrayList<>());
    }
    Architecture lenet = Architecture.of(Networks.LENET, 784, 10);
    try (TrainingEngine engine = Networks.engine(lenet, training(Optimizer.SGD), parameters)) {
      double whole = engine.evaluate(many).loss();
      double parts = 0;
      double some = 0;
      for (int image = 0; image < many.count(); image++) {
        double loss = engine.evaluate(many.slice(image, image + 1)).loss();
        parts += loss;
        some += image % 100 == 0 ? loss : 0;
      }
      assertThat(parts / many.count()).isCloseTo(whole, within(1e-6));
      assertThat(some).isCloseTo(sum, within(1e-4));
    }
  }

  private static Parameters initial(NetworkSpec network) {
    return GlorotUniform.initialise(network, SIDE * SIDE, CLASSES, 1);
  }

  /** Biases that let some units sleep and others not. */
  private static Parameters withBiases(Parameters parameters) {
    Random random = new Random(4);
    for (float[] bias : parameters.biases()) {
      for (int unit = 0; unit < bias.length; unit++) {
        bias[unit] = random.nextFloat() - 0.6f;
      }
    }
    return parameters;
  }

  private TrainingEngine engine(NetworkSpec network, Optimizer optimizer, Parameters parameters) {
    Architecture architecture = Architecture.of(network, SIDE * SIDE, CLASSES);
    return Networks.engine(architecture, training(optimizer), parameters);
  }

  private TrainingSpec training(Optimizer optimizer) {
    return SmallSpecs.training(engine, optimizer, RATE, 8);
  }

  private static void train(TrainingEngine engine, int epoch) {
    engine.train(IMAGES, Shuffle.order(IMAGES.count(), 1, "training", epoch));
  }

  private static double[] pixels(int image) {
    return Slopes.pixels(IMAGES, image);
  }
}
