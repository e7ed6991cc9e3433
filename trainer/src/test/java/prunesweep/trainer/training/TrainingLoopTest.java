package prunesweep.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.fixture.SmallImages;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.TrainingSpec;

class TrainingLoopTest {

  private static final double[] CALM = {1, 1, 1, 1, 1, 1};
  private static final double[] RISING = {1, 1.2, 1.3, 1.4, 1.5, 1.6};

  private final List<Integer> epochEnds = new ArrayList<>();

  @Test
  void stopsAtTheTargetAccuracy() {
    TrainingRun run = run(engine(accuracies(.5, .979, .98, .99), CALM), 6);

    assertThat(run.stopReason()).isEqualTo(StopReason.TARGET_ACCURACY);
    assertThat(run.epochs()).hasSize(3);
    assertThat(run.last().trainAccuracy()).isEqualTo(0.98);
  }

  @Test
  void stopsEarly() {
    TrainingRun run = run(engine(accuracies(.5, .5, .5, .5, .5, .5), RISING), 6);

    assertThat(run.stopReason()).isEqualTo(StopReason.EARLY_STOPPING);
    assertThat(run.epochs()).hasSize(4);
  }

  @Test
  void stopsAtTheLastEpoch() {
    TrainingRun run = run(engine(accuracies(.5, .5, .5), CALM), 3);

    assertThat(run.stopReason()).isEqualTo(StopReason.MAX_EPOCHS);
    assertThat(run.epochs()).hasSize(3);
  }

  @Test
  void theTargetGoesBeforeEarlyStopping() {
    TrainingRun run = run(engine(accuracies(.5, .5, .5, .98), RISING), 4);

    assertThat(run.stopReason()).isEqualTo(StopReason.TARGET_ACCURACY);
  }

  @Test
  void earlyStoppingGoesBeforeTheLastEpoch() {
    TrainingRun run = run(engine(accuracies(.5, .5, .5, .5), RISING), 4);

    assertThat(run.stopReason()).isEqualTo(StopReason.EARLY_STOPPING);
  }

  @Test
  void callsTheEpochEndBetweenEpochsButNotAfterTheLast() {
    run(engine(accuracies(.5, .6, .99), CALM), 6);
    assertThat(epochEnds).containsExactly(1, 2);

    epochEnds.clear();
    run(engine(accuracies(.99), CALM), 6);
    assertThat(epochEnds).isEmpty();
  }

  @Test
  void recordsEachEpochAsItWas() {
    TrainingRun run = run(engine(accuracies(.5, .6), CALM), 2);

    EpochResult second = run.epochs().get(1);
    assertThat(second.phase()).isEqualTo("training");
    assertThat(second.epoch()).isEqualTo(2);
    assertThat(second.trainLoss()).isEqualTo(2);
    assertThat(second.trainAccuracy()).isEqualTo(0.6);
    assertThat(second.validationLoss()).isEqualTo(1);
    assertThat(second.validationAccuracy()).isEqualTo(0.25);
    assertThat(second.sparsity()).isEqualTo(0.25);
    assertThat(second.seconds()).isPositive();
  }

  @Test
  void ordersEachEpochAnew() {
    ScriptedEngine engine = engine(accuracies(.5, .6), CALM);
    run(engine, 2);

    assertThat(engine.orders.get(0)).isEqualTo(Shuffle.order(30, 9, 1));
    assertThat(engine.orders.get(1)).isEqualTo(Shuffle.order(30, 9, 2));
  }

  @Test
  void refusesLossesThatAreNotFinite() {
    double[] brokenTraining = {2, Double.NaN};
    double[] brokenValidation = {1, Double.POSITIVE_INFINITY};

    assertThatThrownBy(() -> run(new ScriptedEngine(accuracies(.5, .5), brokenTraining, CALM), 6))
        .isInstanceOf(DivergedException.class)
        .hasMessage("Training diverged in epoch 2: the training loss must be finite, got NaN");
    assertThatThrownBy(() -> run(engine(accuracies(.5, .5), brokenValidation), 6))
        .isInstanceOf(DivergedException.class)
        .hasMessage(
            "Training diverged in epoch 2: the validation loss must be finite, got Infinity");
  }

  private TrainingRun run(TrainingEngine engine, int maxEpochs) {
    TrainingSpec training =
        new TrainingSpec(Optimizer.SGD, 0.01, 32, maxEpochs, 0.98, Engine.VECTOR);
    LabelledImages images = SmallImages.noise(1, 30, 4, 2);
    Dataset dataset = new Dataset("noise", 2, images, images, images);
    return new TrainingLoop(training, dataset, engine)
        .run("training", 9, (epoch, accuracy) -> epochEnds.add(epoch));
  }

  private static ScriptedEngine engine(double[] accuracies, double[] validationLosses) {
    double[] trainLosses = new double[accuracies.length];
    Arrays.fill(trainLosses, 2);
    return new ScriptedEngine(accuracies, trainLosses, validationLosses);
  }

  private static double[] accuracies(double... accuracies) {
    return accuracies;
  }
}
