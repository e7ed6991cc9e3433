package prunesweep.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.fixture.Networks;
import prunesweep.trainer.fixture.SmallImages;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.fixture.StoredNumbers;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.Optimizer;

/** Both engines against the same steps in 64-bit NumPy: see training_steps.py. */
class TrainingStepsTest {

  private static final int[] WIDTHS = {6, 5, 4, 3};
  private static final int BATCH = 5;
  private static final int STEPS_BEFORE_MASK = 4;
  private static final StoredNumbers STORED = StoredNumbers.of("training-steps.txt");

  /**
   * Twelve steps of five images, the last of three; masked ones after four dense steps.
   * Deeplearning4j takes Adam's powers of 0.999 in 32 bits, which costs it half a digit.
   */
  @ParameterizedTest
  @CsvSource({
    "VECTOR, SGD, sgd, 2e-6",
    "VECTOR, ADAM, adam, 2e-6",
    "VECTOR, SGD, sgd-masked, 2e-6",
    "VECTOR, ADAM, adam-masked, 2e-6",
    "DL4J, SGD, sgd, 2e-6",
    "DL4J, ADAM, adam, 1e-5",
    "DL4J, SGD, sgd-masked, 2e-6",
    "DL4J, ADAM, adam-masked, 1e-5",
  })
  void agreeWithNumPy(Engine engine, Optimizer optimizer, String name, double tolerance) {
    int[] order = STORED.integers("order");
    int cut = STEPS_BEFORE_MASK * BATCH;
    try (TrainingEngine network =
        Networks.engine(SmallSpecs.training(engine, optimizer, 0.05, BATCH), initial())) {
      Tally dense = network.train(images(), Arrays.copyOf(order, cut));
      if (name.endsWith("masked")) {
        network.hold(mask());
      }
      Tally rest = network.train(images(), Arrays.copyOfRange(order, cut, order.length));

      double loss = (dense.lossSum() + rest.lossSum()) / order.length;
      assertThat(loss).isCloseTo(STORED.doubles(name + ".loss")[0], within(1e-6));
      assertThat(Networks.distances(network.parameters(), expected(name)))
          .allSatisfy(distance -> assertThat(distance).isLessThan(tolerance));
    }
  }

  private static LabelledImages images() {
    int[] flat = STORED.integers("pixels");
    int[][] pixels = new int[flat.length / WIDTHS[0]][];
    for (int image = 0; image < pixels.length; image++) {
      pixels[image] = Arrays.copyOfRange(flat, image * WIDTHS[0], (image + 1) * WIDTHS[0]);
    }
    return SmallImages.of(pixels, STORED.integers("labels"));
  }

  private static Parameters initial() {
    List<Kernel> kernels = new ArrayList<>();
    List<float[]> biases = new ArrayList<>();
    for (int layer = 0; layer + 1 < WIDTHS.length; layer++) {
      kernels.add(kernel(layer, "initial" + layer));
      biases.add(new float[WIDTHS[layer + 1]]);
    }
    return new Parameters(kernels, biases);
  }

  private static Parameters expected(String name) {
    List<Kernel> kernels = new ArrayList<>();
    List<float[]> biases = new ArrayList<>();
    for (int layer = 0; layer + 1 < WIDTHS.length; layer++) {
      kernels.add(kernel(layer, name + ".kernel" + layer));
      biases.add(STORED.floats(name + ".bias" + layer));
    }
    return new Parameters(kernels, biases);
  }

  private static Kernel kernel(int layer, String name) {
    return new Kernel(WIDTHS[layer], WIDTHS[layer + 1], STORED.floats(name));
  }

  private static Mask mask() {
    List<Kernel> ones = List.of(kernel(0, "mask0"), kernel(1, "mask1"));
    return Mask.ofNonZero(ones);
  }
}
