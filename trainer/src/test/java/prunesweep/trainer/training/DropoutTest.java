package prunesweep.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import prunesweep.trainer.fixture.Networks;
import prunesweep.trainer.fixture.StoredNumbers;
import prunesweep.trainer.fixture.StoredPerceptron;
import prunesweep.trainer.fixture.Updates;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.Switch;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.spec.UpdateSpec;

/** Both engines against NumPy, with what is left out given by a formula: see dropout_steps.py. */
class DropoutTest {

  private static final int BATCH = 5;
  private static final int MASK_AFTER = 4;
  private static final StoredNumbers BEGUN = StoredNumbers.of("update-steps.txt");
  private static final StoredPerceptron PERCEPTRON = new StoredPerceptron(BEGUN);
  private static final StoredNumbers STORED = StoredNumbers.of("dropout-steps.txt");
  private static final UpdateSpec PLAIN = UpdateSpec.plain(Optimizer.SGD);

  /** Steps at a constant rate, the first of them step {@code first} of all. */
  private record Given(int first) implements Steps {

    @Override
    public double rateFactor(int step) {
      return 1;
    }

    @Override
    public Optional<Dropout> dropout(int step) {
      return Optional.of((layer, images, units) -> factors(first + step, layer, images, units));
    }

    private static float[] factors(int step, int layer, int images, int units) {
      float[] factors = new float[images * units];
      for (int index = 0; index < factors.length; index++) {
        int place = 5 * (index / units) + 11 * (index % units);
        factors[index] = (7 * step + 3 * layer + place) % 4 == 0 ? 0 : 4 / 3f;
      }
      return factors;
    }
  }

  static Stream<Arguments> cases() {
    return Stream.of(Engine.values())
        .flatMap(
            engine ->
                Stream.of("plain", "plain-masked", "momentum", "momentum-masked")
                    .map(name -> Arguments.of(engine, name)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void losesAndMovesAsInNumPy(Engine engine, String name) {
    boolean isMasked = name.endsWith("-masked");
    double[] losses = STORED.doubles(name + ".losses");
    try (TrainingEngine network = Networks.engine(training(engine, name), PERCEPTRON.initial())) {
      int done = 0;
      for (int until : new int[] {1, MASK_AFTER, 10, 200}) {
        Tally tally = network.train(BEGUN.images(), order(done, until), new Given(done));
        double mean = Arrays.stream(losses, done, until).average().orElseThrow();
        assertThat(tally.loss()).isCloseTo(mean, within(1e-5 * mean));
        done = until;
        if (done == MASK_AFTER) {
          hold(network, isMasked);
        } else {
          assertThat(
                  Networks.distances(
                      network.parameters(),
                      new StoredPerceptron(STORED).expected(name + "." + done)))
              .as("after %d steps", done)
              .allSatisfy(distance -> assertThat(distance).isLessThan(1e-5));
        }
      }
    }
  }

  private static void hold(TrainingEngine network, boolean isMasked) {
    if (isMasked) {
      network.hold(PERCEPTRON.mask());
    }
  }

  private static TrainingSpec training(Engine engine, String name) {
    UpdateSpec update = name.startsWith("momentum") ? PLAIN.withMomentum(0.9, Switch.OFF) : PLAIN;
    return Updates.training(engine, update, BATCH).withDropout(0.25);
  }

  private static int[] order(int from, int to) {
    return Arrays.copyOfRange(BEGUN.integers("order"), from * BATCH, to * BATCH);
  }

  /** Scores, counters and gradients are of the whole network, after steps that left out too. */
  @ParameterizedTest
  @EnumSource
  void leavesOutNothingButInSteps(Engine engine) {
    int[] all = IntStream.range(0, BEGUN.images().count()).toArray();
    try (TrainingEngine network = Networks.engine(training(engine, "plain"), PERCEPTRON.initial());
        TrainingEngine whole =
            Networks.engine(training(engine, "plain").withDropout(0), PERCEPTRON.initial())) {
      network.train(BEGUN.images(), order(0, 10), new Given(0));
      whole.replace(network.parameters());

      assertThat(network.evaluate(BEGUN.images())).isEqualTo(whole.evaluate(BEGUN.images()));
      assertThat(network.activeImages(BEGUN.images(), all))
          .usingRecursiveComparison()
          .isEqualTo(whole.activeImages(BEGUN.images(), all));
      for (int layer = 0; layer < 3; layer++) {
        assertThat(network.gradients(BEGUN.images(), all).get(layer).weights())
            .isEqualTo(whole.gradients(BEGUN.images(), all).get(layer).weights());
      }
    }
  }

  @Test
  void drawsTheShareForEachStepPhaseAndLayerAnew() {
    DrawnDropout drawn = new DrawnDropout(0.2, 7, "training", 3);
    float[] factors = drawn.factors(1, 100, 50);
    long left = IntStream.range(0, factors.length).filter(index -> factors[index] == 0).count();

    // 1,000 of 5,000 with a standard deviation of 28.
    assertThat(left).isBetween(850L, 1_150L);
    assertThat(factors).containsOnly(0, 1.25f);
    assertThat(drawn.factors(1, 100, 50)).isEqualTo(factors);
    assertThat(drawn.factors(0, 100, 50)).isNotEqualTo(factors);
    assertThat(new DrawnDropout(0.2, 7, "training", 4).factors(1, 100, 50)).isNotEqualTo(factors);
    assertThat(new DrawnDropout(0.2, 7, "retraining", 3).factors(1, 100, 50)).isNotEqualTo(factors);
    assertThat(new DrawnDropout(0.2, 8, "training", 3).factors(1, 100, 50)).isNotEqualTo(factors);
  }
}
