package prunesweep.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import prunesweep.trainer.fixture.Networks;
import prunesweep.trainer.fixture.StoredNumbers;
import prunesweep.trainer.fixture.StoredPerceptron;
import prunesweep.trainer.fixture.Updates;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.LearningRateSchedule;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.RateCurve;
import prunesweep.trainer.spec.RateUnit;
import prunesweep.trainer.spec.Switch;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.spec.UpdateSpec;

/** Both engines against PyTorch's optimisers: see update_steps.py. */
class UpdateStepsTest {

  private static final int BATCH = 5;
  private static final int MASK_AFTER = 4;
  private static final StoredNumbers STORED = StoredNumbers.of("update-steps.txt");
  private static final StoredPerceptron PERCEPTRON = new StoredPerceptron(STORED);
  private static final UpdateSpec SGD = UpdateSpec.plain(Optimizer.SGD);

  private static final UpdateSpec ADAM = UpdateSpec.plain(Optimizer.ADAM);

  private static final LearningRateSchedule COSINE =
      LearningRateSchedule.of(RateCurve.COSINE, RateUnit.EPOCHS, 0);

  /** Eight steps are an epoch, so 25 epochs are all steps. */
  private static final int STEPS_AN_EPOCH = 8;

  private static final Map<String, LearningRateSchedule> SCHEDULES =
      Map.of(
          "steps", LearningRateSchedule.steps(RateUnit.EPOCHS, List.of(5, 15), 0.3),
          "cosine-momentum-decay", COSINE,
          "warmed-linear-adamw",
              LearningRateSchedule.of(RateCurve.LINEAR, RateUnit.STEPS, 0)
                  .withLength(150)
                  .withWarmUp(20));

  private static final Map<String, UpdateSpec> CASES =
      Map.of(
          "momentum", SGD.withMomentum(0.9, Switch.OFF),
          "nesterov", SGD.withMomentum(0.9, Switch.ON),
          "decay", SGD.withWeightDecay(0.01, Switch.ON),
          "momentum-decay", SGD.withMomentum(0.9, Switch.OFF).withWeightDecay(0.01, Switch.ON),
          "nesterov-decay-weights",
              SGD.withMomentum(0.9, Switch.ON).withWeightDecay(0.02, Switch.OFF),
          "adam-decay", ADAM.withWeightDecay(0.01, Switch.ON),
          "steps", SGD,
          "cosine-momentum-decay",
              SGD.withMomentum(0.9, Switch.OFF).withWeightDecay(0.01, Switch.ON),
          "warmed-linear-adamw", UpdateSpec.plain(Optimizer.ADAMW).withWeightDecay(0.1, Switch.ON),
          "adamw", UpdateSpec.plain(Optimizer.ADAMW).withWeightDecay(0.1, Switch.ON));

  static Stream<Arguments> cases() {
    return CASES.keySet().stream()
        .sorted()
        .flatMap(name -> Stream.of(name, name + "-masked"))
        .flatMap(name -> Stream.of(Engine.values()).map(engine -> Arguments.of(engine, name)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreeWithPyTorchAfterOneTenAndTwoHundredSteps(Engine engine, String name) {
    TrainingSpec training = training(engine, name.replace("-masked", ""));
    try (TrainingEngine network = Networks.engine(training, PERCEPTRON.initial())) {
      int done = 0;
      for (int steps :
          name.endsWith("-masked") ? new int[] {1, 4, 10, 200} : new int[] {1, 10, 200}) {
        int before = done;
        network.train(
            STORED.images(),
            order(done, steps),
            step -> training.rateFactor(before + step, STEPS_AN_EPOCH));
        done = steps;
        if (name.endsWith("-masked") && done == MASK_AFTER) {
          network.hold(PERCEPTRON.mask());
        } else {
          assertThat(
                  Networks.distances(network.parameters(), PERCEPTRON.expected(name + "." + done)))
              .as("after %d steps", done)
              .allSatisfy(distance -> assertThat(distance).isLessThan(1e-5));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void ratesAreThoseOfPyTorch(String name) {
    TrainingSpec training = training(Engine.VECTOR, name);
    double[] expected = STORED.doubles(name + ".rates");
    assertThat(expected).hasSize(200);
    for (int step = 0; step < expected.length; step++) {
      assertThat(training.learningRate() * training.rateFactor(step, STEPS_AN_EPOCH))
          .as("step %d", step)
          .isCloseTo(expected[step], within(1e-11));
    }
  }

  static Stream<String> schedules() {
    return SCHEDULES.keySet().stream();
  }

  private static TrainingSpec training(Engine engine, String name) {
    UpdateSpec update = Objects.requireNonNull(CASES.get(name));
    return Updates.training(engine, update, BATCH)
        .lasting(25)
        .with(SCHEDULES.getOrDefault(name, LearningRateSchedule.CONSTANT));
  }

  private static int[] order(int from, int to) {
    return Arrays.copyOfRange(STORED.integers("order"), from * BATCH, to * BATCH);
  }
}
