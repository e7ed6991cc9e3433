package prunesweep.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.fixture.Networks;
import prunesweep.trainer.fixture.RandomMasks;
import prunesweep.trainer.fixture.SmallImages;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.fixture.StoredNumbers;
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

/** Gradients and layer inputs of both engines: by slopes, by PyTorch, by each other. */
class GradientsTest {

  private static final int PIXELS = 36;
  private static final int CLASSES = 4;
  private static final int BATCH = 30;
  private static final double CLOSE = 1e-5;
  private static final LabelledImages IMAGES = SmallImages.noise(5, 300, PIXELS, CLASSES);

  /** See gradients.py. */
  private static final StoredNumbers STORED = StoredNumbers.of("gradients.txt");

  private static final NetworkSpec CONVOLUTIONAL =
      new NetworkSpec(
          List.of(new ConvolutionSpec(3, 3, 1, 2), new ConvolutionSpec(4, 2, 0, 1)),
          List.of(6),
          true);

  /** What is held when gradients are asked for. */
  enum MaskKind {
    NOTHING,
    HALF,

    /**
     * Every third unit has no weight, half of them a positive bias if any; so every fifth pixel.
     */
    DEAD_UNITS
  }

  /** Wide enough that no unit has zeros only to add up: there the loss has two slopes. */
  @ParameterizedTest(name = "{0}, bias {1}, {2}")
  @CsvSource({
    "VECTOR, true, NOTHING",
    "VECTOR, false, NOTHING",
    "VECTOR, true, HALF",
    "VECTOR, false, HALF",
    "VECTOR, true, DEAD_UNITS",
    "DL4J, true, NOTHING",
    "DL4J, false, NOTHING",
    "DL4J, true, HALF",
    "DL4J, false, HALF",
    "DL4J, true, DEAD_UNITS"
  })
  void areTheSlopesOfTheLoss(Engine engine, boolean bias, MaskKind mask) {
    NetworkSpec spec = new NetworkSpec(List.of(24, 9), bias);
    int[] indices = {4, 9, 17, 17, 30};
    Parameters initial = initial(spec, 1);
    try (TrainingEngine network = engine(engine, Optimizer.SGD, initial)) {
      hold(network, mask, initial);
      PlainConvolutions plain = new PlainConvolutions(spec, network.parameters());
      List<Kernel> gradients = network.gradients(IMAGES, indices);
      for (int layer = 0; layer < gradients.size(); layer++) {
        float[] expected = Slopes.of(plain, IMAGES, indices, plain.weights(layer));
        requireClose(gradients.get(layer).weights(), expected, "layer " + layer);
      }
    }
  }

  /** Held weights too, and units without any; kernels are written as this project has them. */
  @ParameterizedTest
  @EnumSource
  void areThoseOfPyTorch(Engine engine) {
    requirePyTorch("perceptron", engine(engine, Optimizer.SGD, stored("perceptron", 3)));
  }

  @ParameterizedTest
  @EnumSource
  void areThoseOfPyTorchWithConvolutions(Engine engine) {
    Parameters parameters = stored("convolutional", 4);
    Architecture network = Architecture.of(CONVOLUTIONAL, PIXELS, CLASSES);
    TrainingSpec training = SmallSpecs.training(engine, Optimizer.SGD, 0.1, 5);
    requirePyTorch("convolutional", Networks.engine(network, training, parameters));
  }

  private static void requirePyTorch(String name, TrainingEngine opened) {
    try (TrainingEngine network = opened) {
      network.hold(Mask.ofNonZero(network.hiddenKernels()));
      LabelledImages images = STORED.images();
      int[] indices = STORED.integers("indices");
      List<Kernel> gradients = network.gradients(images, indices);
      List<LayerInputs> inputs = network.inputs(images, indices);
      for (int layer = 0; layer < gradients.size(); layer++) {
        float[] gradient = STORED.floats(name + ".gradient" + layer);
        requireClose(gradients.get(layer).weights(), gradient, "gradient " + layer);
        float[] taken = STORED.floats(name + ".inputs" + layer);
        requireClose(inputs.get(layer).values(), taken, "inputs " + layer);
      }
    }
  }

  /**
   * Two seeds, one of which must agree: where what goes into a ReLU is nearer to zero than the
   * rounding of a sum, one engine lets a gradient through and the other does not.
   */
  @ParameterizedTest(name = "{0}, bias {1}, {2}")
  @CsvSource({
    "SGD, true, NOTHING",
    "SGD, false, NOTHING",
    "SGD, true, HALF",
    "SGD, false, HALF",
    "SGD, true, DEAD_UNITS",
    "SGD, false, DEAD_UNITS",
    "ADAM, true, NOTHING",
    "ADAM, false, HALF",
    "ADAM, true, DEAD_UNITS",
    "ADAM, false, DEAD_UNITS"
  })
  void enginesAgree(Optimizer optimizer, boolean bias, MaskKind mask) {
    assertThat(LongStream.of(1, 2)).anyMatch(seed -> agree(optimizer, bias, mask, seed));
  }

  private static boolean agree(Optimizer optimizer, boolean bias, MaskKind mask, long seed) {
    Parameters initial = initial(new NetworkSpec(List.of(37, 18, 11), bias), seed);
    try (TrainingEngine vector = engine(Engine.VECTOR, optimizer, initial);
        TrainingEngine dl4j = engine(Engine.DL4J, optimizer, initial)) {
      train(vector, 1);
      hold(vector, mask, initial);
      train(vector, 2);
      dl4j.restore(vector.state());
      return IntStream.of(1, 17, BATCH, 95, 700)
          .mapToObj(count -> new Random(seed).ints(count, 0, IMAGES.count()).toArray())
          .allMatch(indices -> agree(vector, dl4j, indices));
    }
  }

  private static boolean agree(TrainingEngine vector, TrainingEngine dl4j, int[] indices) {
    List<Kernel> fast = vector.gradients(IMAGES, indices);
    List<Kernel> reference = dl4j.gradients(IMAGES, indices);
    List<LayerInputs> fastInputs = vector.inputs(IMAGES, indices);
    List<LayerInputs> referenceInputs = dl4j.inputs(IMAGES, indices);
    assertThat(fast).hasSameSizeAs(reference);
    assertThat(fastInputs).hasSameSizeAs(referenceInputs).hasSameSizeAs(fast);
    return IntStream.range(0, fast.size())
        .allMatch(
            layer ->
                distance(fast.get(layer).weights(), reference.get(layer).weights()) < CLOSE
                    && distance(fastInputs.get(layer).values(), referenceInputs.get(layer).values())
                        < CLOSE);
  }

  @ParameterizedTest(name = "{0}, {1}, {2}")
  @CsvSource({
    "VECTOR, SGD, NOTHING",
    "VECTOR, ADAM, NOTHING",
    "VECTOR, SGD, HALF",
    "VECTOR, ADAM, HALF",
    "VECTOR, SGD, DEAD_UNITS",
    "VECTOR, ADAM, DEAD_UNITS",
    "DL4J, SGD, HALF",
    "DL4J, ADAM, HALF",
    "DL4J, ADAM, DEAD_UNITS"
  })
  void trainingGoesOnBitForBitAsIfNobodyHadAsked(
      Engine engine, Optimizer optimizer, MaskKind mask) {
    Parameters initial = initial(new NetworkSpec(List.of(19, 11), true), 3);
    try (TrainingEngine asked = engine(engine, optimizer, initial);
        TrainingEngine left = engine(engine, optimizer, initial)) {
      for (int epoch = 1; epoch <= 4; epoch++) {
        ask(asked, epoch);
        assertThat(train(asked, epoch)).isEqualTo(train(left, epoch));
        ask(asked, epoch);
        assertThat(asked.evaluate(IMAGES)).isEqualTo(left.evaluate(IMAGES));
        ask(asked, epoch);
        requireSameState(asked.state(), left.state());
        if (epoch == 2) {
          List.of(asked, left).forEach(network -> hold(network, mask, initial));
        }
      }
      asked.replace(initial);
      left.replace(initial);
      assertThat(bits(asked.gradients(IMAGES, new int[] {5})))
          .isEqualTo(bits(left.gradients(IMAGES, new int[] {5})));
    }
  }

  private static void ask(TrainingEngine network, int epoch) {
    int[] indices = new Random(epoch).ints(BATCH * 2 + 7, 0, IMAGES.count()).toArray();
    List<Integer> first = bits(network.gradients(IMAGES, indices));
    network.inputs(IMAGES, indices);
    assertThat(bits(network.gradients(IMAGES, indices))).isEqualTo(first);
  }

  private static void requireSameState(EngineState actual, EngineState expected) {
    assertThat(Networks.bits(actual.parameters())).isEqualTo(Networks.bits(expected.parameters()));
    assertThat(actual.optimizer().steps()).isEqualTo(expected.optimizer().steps());
    for (int index = 0; index < expected.optimizer().moments().size(); index++) {
      assertThat(Networks.bits(actual.optimizer().moments().get(index)))
          .isEqualTo(Networks.bits(expected.optimizer().moments().get(index)));
    }
  }

  private static List<Integer> bits(List<Kernel> kernels) {
    return Networks.bits(new Parameters(kernels, List.of()));
  }

  @ParameterizedTest
  @EnumSource
  void handOutCopies(Engine engine) {
    int[] indices = {1, 2};
    try (TrainingEngine network =
        engine(engine, Optimizer.SGD, initial(new NetworkSpec(List.of(7), true), 3))) {
      List<Integer> before = bits(network.gradients(IMAGES, indices));
      network
          .gradients(IMAGES, indices)
          .forEach(kernel -> Arrays.fill(kernel.weights(), Float.NaN));
      network.inputs(IMAGES, indices).forEach(taken -> Arrays.fill(taken.values(), Float.NaN));

      assertThat(bits(network.gradients(IMAGES, indices))).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource
  void areRefusedOfNoImages(Engine engine) {
    try (TrainingEngine network =
        engine(engine, Optimizer.SGD, initial(new NetworkSpec(List.of(7), true), 3))) {
      assertThatThrownBy(() -> network.gradients(IMAGES, new int[0]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("Cannot take gradients: indices must be of one image at least, got none");
      assertThat(network.inputs(IMAGES, new int[0])).allMatch(taken -> taken.rows() == 0);
    }
  }

  private static Parameters initial(NetworkSpec network, long seed) {
    Parameters parameters = GlorotUniform.initialise(network, PIXELS, CLASSES, seed);
    Random random = new Random(seed);
    for (float[] bias : parameters.biases()) {
      for (int unit = 0; unit < bias.length; unit++) {
        bias[unit] = unit % 2 - 0.4f + 0.1f * random.nextFloat();
      }
    }
    return parameters;
  }

  private static TrainingEngine engine(Engine engine, Optimizer optimizer, Parameters initial) {
    double rate = optimizer == Optimizer.SGD ? 0.05 : 0.001;
    return Networks.engine(SmallSpecs.training(engine, optimizer, rate, BATCH), initial);
  }

  private static Tally train(TrainingEngine network, int epoch) {
    return network.train(IMAGES, Shuffle.order(IMAGES.count() - 13, 3, "training", epoch));
  }

  private static void hold(TrainingEngine network, MaskKind mask, Parameters shape) {
    switch (mask) {
      case NOTHING -> {}
      case HALF -> network.hold(RandomMasks.half(3, shape.hidden()));
      case DEAD_UNITS -> network.hold(withoutUnits(shape.hidden()));
    }
  }

  private static Mask withoutUnits(List<Kernel> hidden) {
    List<boolean[]> kept = new ArrayList<>();
    for (Kernel kernel : hidden) {
      boolean[] layer = new boolean[kernel.size()];
      for (int index = 0; index < layer.length; index++) {
        layer[index] = index % kernel.units() % 3 != 0 && index / kernel.units() % 5 != 0;
      }
      kept.add(layer);
    }
    return new Mask(kept);
  }

  private static Parameters stored(String name, int layers) {
    List<Kernel> kernels = new ArrayList<>();
    List<float[]> biases = new ArrayList<>();
    for (int layer = 0; layer < layers; layer++) {
      float[] weights = STORED.floats(name + ".kernel" + layer);
      float[] bias = STORED.floats(name + ".bias" + layer);
      kernels.add(new Kernel(weights.length / bias.length, bias.length, weights));
      biases.add(bias);
    }
    return new Parameters(kernels, biases);
  }

  private static void requireClose(float[] actual, float[] expected, String what) {
    assertThat(actual).as(what).hasSameSizeAs(expected);
    assertThat(distance(actual, expected)).as(what).isLessThan(CLOSE);
  }

  /** The largest difference over the largest number. */
  private static double distance(float[] actual, float[] expected) {
    double difference = 0;
    double largest = 0;
    for (int index = 0; index < expected.length; index++) {
      difference = Math.max(difference, Math.abs(actual[index] - (double) expected[index]));
      largest = Math.max(largest, Math.abs(expected[index]));
    }
    return difference == 0 ? 0 : difference / largest;
  }
}
