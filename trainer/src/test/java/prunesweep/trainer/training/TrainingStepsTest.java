package prunesweep.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prunesweep.trainer.fixture.Networks;
import prunesweep.trainer.fixture.SmallSpecs;
import prunesweep.trainer.fixture.StoredNumbers;
import prunesweep.trainer.fixture.StoredPerceptron;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.Optimizer;

/** Both engines against the same steps in 64-bit NumPy: see training_steps.py. */
class TrainingStepsTest {

  private static final int BATCH = 5;
  private static final int STEPS_BEFORE_MASK = 4;
  private static final StoredNumbers STORED = StoredNumbers.of("training-steps.txt");
  private static final StoredPerceptron PERCEPTRON = new StoredPerceptron(STORED);

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
        Networks.engine(
            SmallSpecs.training(engine, optimizer, 0.05, BATCH), PERCEPTRON.initial())) {
      Tally dense = network.train(STORED.images(), Arrays.copyOf(order, cut));
      if (name.endsWith("masked")) {
        network.hold(PERCEPTRON.mask());
      }
      Tally rest = network.train(STORED.images(), Arrays.copyOfRange(order, cut, order.length));

      double loss = (dense.lossSum() + rest.lossSum()) / order.length;
      assertThat(loss).isCloseTo(STORED.doubles(name + ".loss")[0], within(1e-6));
      assertThat(Networks.distances(network.parameters(), PERCEPTRON.expected(name)))
          .allSatisfy(distance -> assertThat(distance).isLessThan(tolerance));
    }
  }
}
