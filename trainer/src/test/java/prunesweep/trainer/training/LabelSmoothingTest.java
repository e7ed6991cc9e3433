package prunesweep.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import prunesweep.trainer.fixture.Networks;
import prunesweep.trainer.fixture.StoredNumbers;
import prunesweep.trainer.fixture.StoredPerceptron;
import prunesweep.trainer.fixture.Updates;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.Switch;
import prunesweep.trainer.spec.UpdateSpec;

/** Smoothed labels in both engines against PyTorch: see update_steps.py. */
class LabelSmoothingTest {

  private static final int BATCH = 5;
  private static final int MASK_AFTER = 4;
  private static final StoredNumbers STORED = StoredNumbers.of("update-steps.txt");
  private static final StoredPerceptron PERCEPTRON = new StoredPerceptron(STORED);

  private static final UpdateSpec MOMENTUM =
      UpdateSpec.plain(Optimizer.SGD).withMomentum(0.9, Switch.OFF);

  private static final UpdateSpec ADAM = UpdateSpec.plain(Optimizer.ADAM);

  /** Steps at a constant rate towards smoothed labels. */
  private record Smoothed(CrossEntropy loss) implements Steps {

    @Override
    public double rateFactor(int step) {
      return 1;
    }
  }

  static Stream<Arguments> cases() {
    return Stream.of(Engine.values())
        .flatMap(
            engine ->
                Stream.of(
                    Arguments.of(engine, MOMENTUM, "smoothed", 0.1),
                    Arguments.of(engine, MOMENTUM, "smoothed-masked", 0.1),
                    Arguments.of(engine, ADAM, "much-smoothed-adam", 0.6),
                    Arguments.of(engine, ADAM, "much-smoothed-adam-masked", 0.6)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void losesAndMovesAsInPyTorch(Engine engine, UpdateSpec update, String name, double smoothing) {
    Steps steps = new Smoothed(new CrossEntropy(smoothing));
    double[] losses = STORED.doubles(name + ".losses");
    try (TrainingEngine network =
        Networks.engine(Updates.training(engine, update, BATCH), PERCEPTRON.initial())) {
      int done = 0;
      for (int until : new int[] {1, MASK_AFTER, 10, 200}) {
        Tally tally = network.train(STORED.images(), order(done, until), steps);
        double mean = Arrays.stream(losses, done, until).average().orElseThrow();
        assertThat(tally.loss()).isCloseTo(mean, within(1e-5 * mean));
        done = until;
        if (done == MASK_AFTER && name.endsWith("-masked")) {
          network.hold(PERCEPTRON.mask());
        } else if (done != MASK_AFTER) {
          assertThat(
                  Networks.distances(network.parameters(), PERCEPTRON.expected(name + "." + done)))
              .as("after %d steps", done)
              .allSatisfy(distance -> assertThat(distance).isLessThan(1e-5));
        }
      }
    }
  }

  private static int[] order(int from, int to) {
    return Arrays.copyOfRange(STORED.integers("order"), from * BATCH, to * BATCH);
  }

  @Test
  void targetsAreSharedOutAmongAllClasses() {
    float[] targets = new float[5];
    new CrossEntropy(0.2).writeTargets(targets, 1, 4, 2);
    assertThat(targets).containsExactly(0, 0.05f, 0.05f, 0.85f, 0.05f);
  }

  @Test
  void aLossByHand() {
    float[] probabilities = {0.5f, 0.25f, 0.25f};
    double expected = -(0.8 * Math.log(0.25) + 0.1 * Math.log(0.5) + 0.1 * Math.log(0.25));
    assertThat(new CrossEntropy(0.3).of(probabilities, 0, 3, 1)).isCloseTo(expected, within(1e-12));
  }
}
