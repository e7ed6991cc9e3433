package prunesweep.trainer.training.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import prunesweep.trainer.data.ByteFeatures;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.data.RealFeatures;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.network.GlorotUniform;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.Optimizer;

/** What the engine leaves out changes no bit: against loops that leave out nothing. */
class LeftOutTest {

  private static final double RATE = 0.2;
  private static final int BATCH = 13;
  static final int INPUTS = 43;
  static final int CLASSES = 6;

  /** What of each hidden layer is kept. */
  enum Kept {
    EVERYTHING,
    HALF_OF_THE_WEIGHTS,
    A_FIFTH_OF_THE_UNITS,
    A_FIFTH_OF_THE_INPUTS,
    NOTHING_OF_THE_FIRST_LAYER,
    NOTHING;

    boolean keeps(int layer, int input, int unit, Random random) {
      return switch (this) {
        case EVERYTHING -> true;
        case HALF_OF_THE_WEIGHTS -> random.nextBoolean();
        case A_FIFTH_OF_THE_UNITS -> unit % 5 == layer % 5;
        case A_FIFTH_OF_THE_INPUTS -> input % 5 == 0;
        case NOTHING_OF_THE_FIRST_LAYER -> layer > 0;
        case NOTHING -> false;
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void withBiases(Kept kept) {
    requireEqual(new NetworkSpec(List.of(37, 21, 18), true), kept, 5);
  }

  @ParameterizedTest
  @EnumSource
  void withoutBiases(Kept kept) {
    requireEqual(new NetworkSpec(List.of(33, 20), false), kept, 6);
  }

  /** Severed units have positive and negative biases, as these move away from zero first. */
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void aPruneInTheMiddleOfTraining(long seed) {
    requireEqual(new NetworkSpec(List.of(40, 30, 20), true), Kept.A_FIFTH_OF_THE_UNITS, seed);
  }

  @ParameterizedTest
  @EnumSource
  void ofRealNumbers(Kept kept) {
    NetworkSpec network = new NetworkSpec(List.of(37, 21), true);
    requireEqual(realNumbers(8), network, kept, 8);
  }

  private static void requireEqual(NetworkSpec network, Kept kept, long seed) {
    requireEqual(pixels(seed), network, kept, seed);
  }

  private static void requireEqual(
      LabelledImages images, NetworkSpec network, Kept kept, long seed) {
    Parameters initial = GlorotUniform.initialise(network, INPUTS, CLASSES, seed);
    PlainPerceptron plain = new PlainPerceptron(initial, RATE);
    try (VectorEngine engine =
        new VectorEngine(SmallSpecs.training(Engine.VECTOR, Optimizer.SGD, RATE, BATCH), initial)) {
      train(plain, engine, images, 0, 95);
      Mask mask = mask(initial.hidden(), kept, seed);
      plain.hold(mask.kept());
      engine.hold(mask);
      train(plain, engine, images, 95, 200);
      requireEqual(engine.parameters(), plain);
    }
  }

  /** Most pixels are zero, as in the data sets; some images are all zero. */
  static LabelledImages pixels(long seed) {
    Random random = new Random(seed);
    byte[] pixels = new byte[200 * INPUTS];
    short[] labels = new short[200];
    for (int image = 0; image < 200; image++) {
      labels[image] = (short) random.nextInt(CLASSES);
      for (int pixel = 5; pixel < INPUTS - 3 && image % 7 > 0; pixel++) {
        pixels[image * INPUTS + pixel] = (byte) Math.max(0, random.nextInt(512) - 256);
      }
    }
    return LabelledImages.of(new ByteFeatures(pixels, INPUTS), labels);
  }

  /** Of both signs, some of them zero: in one row, in one column, in eight rows at once. */
  static LabelledImages realNumbers(long seed) {
    Random random = new Random(seed);
    float[] values = new float[200 * INPUTS];
    short[] labels = new short[200];
    for (int row = 0; row < 200; row++) {
      labels[row] = (short) random.nextInt(CLASSES);
      for (int feature = 0; feature < INPUTS; feature++) {
        boolean zero = row % 9 == 0 || feature % 6 == 1 || row / 16 == 3 && feature < 20;
        values[row * INPUTS + feature] = zero ? 0 : (float) random.nextGaussian();
      }
    }
    values[1] = -0f;
    return LabelledImages.of(new RealFeatures(values, INPUTS), labels);
  }

  static Mask mask(List<Kernel> hidden, Kept kept, long seed) {
    Random random = new Random(seed);
    List<boolean[]> flags = new ArrayList<>();
    for (Kernel kernel : hidden) {
      boolean[] layer = new boolean[kernel.size()];
      for (int index = 0; index < layer.length; index++) {
        int input = index / kernel.units();
        layer[index] = kept.keeps(flags.size(), input, index % kernel.units(), random);
      }
      flags.add(layer);
    }
    return new Mask(flags);
  }

  private static void train(
      PlainPerceptron plain, VectorEngine engine, LabelledImages images, int from, int to) {
    int[] order = new int[to - from];
    Arrays.setAll(order, index -> from + index);
    engine.train(images, order);
    for (int start = 0; start < order.length; start += BATCH) {
      plain.step(images, Arrays.copyOfRange(order, start, Math.min(start + BATCH, order.length)));
    }
  }

  private static void requireEqual(Parameters engine, PlainPerceptron plain) {
    for (int layer = 0; layer < engine.kernels().size(); layer++) {
      assertThat(engine.kernels().get(layer).weights())
          .as("weights of layer %d", layer)
          .isEqualTo(plain.weights().get(layer));
      float[] biases = engine.biases().get(layer);
      assertThat(biases)
          .as("biases of layer %d", layer)
          .isEqualTo(Arrays.copyOf(plain.biases().get(layer), biases.length));
    }
  }
}
