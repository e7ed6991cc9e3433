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
import prunesweep.trainer.result.Evaluation;
import prunesweep.trainer.spec.EarlyStop;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.NuclearNormSpec;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.TrainingSpec;

class TrainingLoopTest {

  private static final double[] CALM = {1, 1, 1, 1, 1, 1};
  private static final double[] RISING = {1, 1.2, 1.3, 1.4, 1.5, 1.6};

  private static final LabelledImages IMAGES = SmallImages.noise(1, 30, 4, 2);
  private static final Dataset DATASET = new Dataset("noise", 2, IMAGES, IMAGES, IMAGES);

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
  void doesNotStopEarlyWhereThatIsOff() {
    TrainingSpec training = training(6, EarlyStop.OFF);
    ScriptedEngine engine = engine(accuracies(.5, .5, .5, .5, .5, .5), RISING);
    TrainingRun run = run(new TrainingLoop(training, DATASET, engine));

    assertThat(run.stopReason()).isEqualTo(StopReason.MAX_EPOCHS);
    assertThat(run.epochs()).hasSize(6);
  }

  /** Asked between the epochs: once reached it stays so, whatever an accuracy falls to. */
  @Test
  void tellsWhichAccuracyAnEpochHasReached() {
    TrainingLoop loop = loop(engine(accuracies(.5, .7, .6, .6), RISING), 4, List.of());
    List<Boolean> reached = new ArrayList<>();
    reached.add(loop.hasReached(0));
    loop.run("training", 9, (epoch, accuracy) -> reached.add(loop.hasReached(0.7)));

    assertThat(reached).containsExactly(true, false, true, true);
    assertThat(loop.hasReached(0.71)).isFalse();
  }

  @Test
  void keepsTheFirstEpochOfLowestValidationLoss() {
    LowestLoss lowest = new LowestLoss();
    double[] losses = {1, .5, .7, .5, .6};
    TrainingRun run =
        run(loop(engine(accuracies(.5, .6, .7, .8, .9), losses), 5, List.of(), lowest));

    assertThat(lowest.point().map(LowestLoss.Point::epoch)).contains(run.epochs().get(1));
  }

  /** After a prune only what follows counts, and a loop that goes on knows what was before. */
  @Test
  void forgetsTheLowestLossAndGoesOnFromOne() {
    LowestLoss lowest = new LowestLoss();
    TrainingLoop loop =
        loop(
            engine(accuracies(.5, .6, .7, .8), new double[] {1, .2, .7, .6}), 4, List.of(), lowest);
    loop.run(
        "training",
        9,
        (epoch, accuracy) -> {
          if (epoch == 2) {
            lowest.forget();
          }
        });
    assertThat(lowest.point().orElseThrow().epoch().epoch()).isEqualTo(4);

    LowestLoss later = new LowestLoss(lowest.point());
    run(loop(engine(accuracies(.5, .5), new double[] {.9, .8}), 2, List.of(), later));
    assertThat(later.point()).isEqualTo(lowest.point());
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
  void pausesAfterTheFirstEpochThatReaches() {
    TrainingLoop loop = loop(engine(accuracies(.5, .7, .6, .9), CALM), 6, List.of());
    assertThat(runUntil(0.7, loop)).hasSize(2);
    assertThat(epochEnds).containsExactly(1);

    assertThat(runUntil(0.6, loop)).as("it stands there already").hasSize(2);
    assertThat(runUntil(0.8, loop)).hasSize(4);
    assertThat(epochEnds).containsExactly(1, 2, 3);
  }

  @Test
  void pausesAtTheEndOfATrainingThatDoesNotReach() {
    TrainingLoop loop = loop(engine(accuracies(.5, .6, .65), CALM), 3, List.of());
    assertThat(runUntil(0.7, loop)).hasSize(3);
    assertThat(run(loop).stopReason()).isEqualTo(StopReason.MAX_EPOCHS);
    assertThat(epochEnds).containsExactly(1, 2);
  }

  /** Two ticks of early stopping and the epochs 1 to 3 come from before; nothing is told again. */
  @Test
  void goesOnWhereAnotherLoopPaused() {
    List<EpochResult> before =
        runUntil(0.6, loop(engine(accuracies(.5, .5, .6), RISING), 6, List.of()));
    epochEnds.clear();
    double[] rest = {1.4, 1.5, 1.6};
    ScriptedEngine engine = engine(accuracies(.5, .5, .5), rest);
    TrainingRun run = run(loop(engine, 6, before));

    assertThat(run.stopReason()).isEqualTo(StopReason.EARLY_STOPPING);
    assertThat(run.epochs()).hasSize(4).startsWith(before.toArray(EpochResult[]::new));
    assertThat(run.last().epoch()).isEqualTo(4);
    assertThat(engine.orders.get(0)).isEqualTo(Shuffle.order(30, 9, "training", 4));
    assertThat(epochEnds).containsExactly(3);
  }

  @Test
  void trainsNoMoreAfterATrainingThatEnded() {
    List<EpochResult> before = run(engine(accuracies(.5, .99), CALM), 6).epochs();
    epochEnds.clear();
    ScriptedEngine engine = engine(accuracies(), CALM);
    TrainingRun run = run(loop(engine, 6, before));

    assertThat(run.stopReason()).isEqualTo(StopReason.TARGET_ACCURACY);
    assertThat(run.epochs()).isEqualTo(before);
    assertThat(engine.orders).isEmpty();
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
    assertThat(second.figures().training().class0Top1()).isEqualTo(0.1);
    assertThat(second.figures().training().class0Top5()).isEqualTo(0.7);
    assertThat(second.validationLoss()).isEqualTo(1);
    assertThat(second.figures().validation())
        .as("what a checkpoint keeps of it, so that a training that goes on has the same epochs")
        .isEqualTo(new Evaluation(1, 0.25, Double.NaN, Double.NaN, Double.NaN));
    assertThat(second.figures().test()).isEqualTo(Evaluation.NONE);
    assertThat(second.sparsity()).isEqualTo(0.25);
    assertThat(second.seconds()).isPositive();
  }

  @Test
  void ordersEachEpochAnew() {
    ScriptedEngine engine = engine(accuracies(.5, .6), CALM);
    run(engine, 2);

    assertThat(engine.orders.get(0)).isEqualTo(Shuffle.order(30, 9, "training", 1));
    assertThat(engine.orders.get(1)).isEqualTo(Shuffle.order(30, 9, "training", 2));
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
    return run(loop(engine, maxEpochs, List.of()));
  }

  private TrainingRun run(TrainingLoop loop) {
    return loop.run("training", 9, (epoch, accuracy) -> epochEnds.add(epoch));
  }

  private List<EpochResult> runUntil(double threshold, TrainingLoop loop) {
    return loop.runUntil(
        accuracy -> accuracy >= threshold,
        "training",
        9,
        (epoch, accuracy) -> epochEnds.add(epoch));
  }

  @Test
  void trainsTowardsTheLabelsThatTheTrainingSmooths() {
    ScriptedEngine engine = engine(accuracies(0.1, 0.2), accuracies(2, 1));
    TrainingSpec plain = training(2, EarlyStop.ON);
    TrainingSpec smoothed =
        new TrainingSpec(
            plain.update(),
            plain.learningRate(),
            plain.schedule(),
            plain.batchSize(),
            plain.maxEpochs(),
            plain.targetAccuracy(),
            plain.engine(),
            plain.earlyStop(),
            plain.nuclearNorm(),
            0.2,
            0);

    new TrainingLoop(smoothed.upTo(2), DATASET, engine).run("training", 9, (epoch, accuracy) -> {});

    assertThat(engine.losses).containsOnly(new CrossEntropy(0.2)).hasSize(2);
  }

  private static TrainingLoop loop(TrainingEngine engine, int maxEpochs, List<EpochResult> before) {
    return loop(engine, maxEpochs, before, new LowestLoss());
  }

  private static TrainingLoop loop(
      TrainingEngine engine, int maxEpochs, List<EpochResult> before, LowestLoss lowest) {
    return new TrainingLoop(training(maxEpochs, EarlyStop.ON), DATASET, engine, before, lowest);
  }

  private static TrainingSpec training(int maxEpochs, EarlyStop earlyStop) {
    return new TrainingSpec(
        Optimizer.SGD, 0.01, 32, maxEpochs, 0.98, Engine.VECTOR, earlyStop, NuclearNormSpec.NONE);
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
