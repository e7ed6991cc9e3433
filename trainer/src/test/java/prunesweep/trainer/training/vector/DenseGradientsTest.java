package prunesweep.trainer.training.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.network.GlorotUniform;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.LayerInputs;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.training.vector.LeftOutTest.Kept;

/** Gradients and inputs bit for bit against loops that leave out nothing. */
class DenseGradientsTest {

  private static final double RATE = 0.2;
  private static final int BATCH = 13;

  /** More than two batches, the last of seven images; two of them twice. */
  private static final int[] INDICES =
      IntStream.concat(IntStream.range(60, 91), IntStream.of(61, 90)).toArray();

  @ParameterizedTest
  @EnumSource
  void withBiases(Kept kept) {
    NetworkSpec network = new NetworkSpec(List.of(37, 21, 18), true);
    requireEqual(LeftOutTest.pixels(5), network, kept);
  }

  @ParameterizedTest
  @EnumSource
  void withoutBiases(Kept kept) {
    requireEqual(LeftOutTest.pixels(6), new NetworkSpec(List.of(33, 20), false), kept);
  }

  @ParameterizedTest
  @EnumSource
  void ofRealNumbers(Kept kept) {
    requireEqual(LeftOutTest.realNumbers(8), new NetworkSpec(List.of(37, 21), true), kept);
  }

  /** Before any step, after some, and after some with the mask held. */
  private static void requireEqual(LabelledImages images, NetworkSpec network, Kept kept) {
    Parameters initial =
        GlorotUniform.initialise(network, LeftOutTest.INPUTS, LeftOutTest.CLASSES, 3);
    PlainPerceptron plain = new PlainPerceptron(initial, RATE);
    try (VectorEngine engine =
        new VectorEngine(SmallSpecs.training(Engine.VECTOR, Optimizer.SGD, RATE, BATCH), initial)) {
      requireEqual(images, plain, engine);
      train(images, plain, engine);
      requireEqual(images, plain, engine);
      plain.hold(LeftOutTest.mask(initial.hidden(), kept, 3).kept());
      engine.hold(LeftOutTest.mask(initial.hidden(), kept, 3));
      train(images, plain, engine);
      requireEqual(images, plain, engine);
    }
  }

  private static void train(LabelledImages images, PlainPerceptron plain, VectorEngine engine) {
    int[] order = IntStream.range(0, 95).toArray();
    engine.train(images, order);
    batches(order).forEach(batch -> plain.step(images, batch));
  }

  private static List<int[]> batches(int[] indices) {
    List<int[]> batches = new ArrayList<>();
    for (int start = 0; start < indices.length; start += BATCH) {
      batches.add(Arrays.copyOfRange(indices, start, Math.min(start + BATCH, indices.length)));
    }
    return batches;
  }

  private static void requireEqual(
      LabelledImages images, PlainPerceptron plain, VectorEngine engine) {
    requireGradients(images, plain, engine, INDICES);
    requireGradients(images, plain, engine, new int[] {70});
    requireInputs(images, plain, engine);
  }

  private static void requireGradients(
      LabelledImages images, PlainPerceptron plain, VectorEngine engine, int[] indices) {
    List<List<float[]>> sums =
        batches(indices).stream().map(batch -> plain.gradientSums(images, batch)).toList();
    List<Kernel> gradients = engine.gradients(images, indices);
    assertThat(gradients).hasSize(plain.weights().size());
    for (int layer = 0; layer < gradients.size(); layer++) {
      float[] expected = new float[plain.weights().get(layer).length];
      for (int index = 0; index < expected.length; index++) {
        double sum = 0;
        for (List<float[]> batch : sums) {
          sum += batch.get(layer)[index];
        }
        expected[index] = (float) (sum / indices.length);
      }
      assertThat(gradients.get(layer).weights()).as("layer %d", layer).isEqualTo(expected);
    }
  }

  private static void requireInputs(
      LabelledImages images, PlainPerceptron plain, VectorEngine engine) {
    List<LayerInputs> inputs = engine.inputs(images, INDICES);
    assertThat(inputs).hasSize(plain.weights().size());
    for (int row = 0; row < INDICES.length; row++) {
      List<float[]> expected = plain.forward(images, INDICES[row]);
      for (int layer = 0; layer < inputs.size(); layer++) {
        LayerInputs taken = inputs.get(layer);
        assertThat(taken.rows()).isEqualTo(INDICES.length);
        int at = row * taken.inputs();
        assertThat(Arrays.copyOfRange(taken.values(), at, at + taken.inputs()))
            .as("layer %d, image %d", layer, row)
            .isEqualTo(expected.get(layer));
      }
    }
  }
}
