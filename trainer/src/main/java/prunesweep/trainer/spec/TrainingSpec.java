package prunesweep.trainer.spec;

import java.io.Serializable;
import prunesweep.trainer.key.Key;
import prunesweep.trainer.key.Kind;
import prunesweep.trainer.key.Rule;
import prunesweep.trainer.key.Section;

/**
 * Training of a network (protocol, sections 1 and 2).
 *
 * @param update the update rule
 * @param learningRate step size, above 0
 * @param schedule its course over the training
 * @param batchSize images a step; the last step of an epoch takes what is left
 * @param maxEpochs most epochs of a run
 * @param targetAccuracy running training accuracy, 0..1, at which training stops
 * @param engine what steps the network; another engine rounds otherwise, so it is part of a trial
 * @param earlyStop whether a rising validation loss ends it
 * @param nuclearNorm what is added to the loss
 * @param labelSmoothing the part of the targets of training images, in [0, 1), that all classes
 *     share; the training loss is that of these targets, validation and test have plain ones
 * @param dropout the share of outputs of the hidden layers of units, in [0, 1), that each step
 *     leaves out
 */
public record TrainingSpec(
    UpdateSpec update,
    double learningRate,
    LearningRateSchedule schedule,
    int batchSize,
    int maxEpochs,
    double targetAccuracy,
    Engine engine,
    EarlyStop earlyStop,
    NuclearNormSpec nuclearNorm,
    double labelSmoothing,
    double dropout)
    implements Serializable {

  private static final String TRAINING = "training";

  /** The update rule. */
  public static final Key<Optimizer> OPTIMIZER = UpdateSpec.OPTIMIZER;

  /** The step size. */
  public static final Key<Double> LEARNING_RATE =
      Key.of(TRAINING, "learning-rate", Kind.NUMBER)
          .rule(Rule.positive())
          .column("learning_rate", "above 0", "Step size")
          .label("lr=%s")
          .key();

  /** Images a step. */
  public static final Key<Integer> BATCH_SIZE =
      Key.of(TRAINING, "batch-size", Kind.WHOLE_NUMBER)
          .rule(Rule.between(1, 1 << 20))
          .column("batch_size", "from 1", "Images a step")
          .label("batch=%s")
          .key();

  /** Most epochs of a run. */
  public static final Key<Integer> MAX_EPOCHS =
      Key.of(TRAINING, "max-epochs", Kind.WHOLE_NUMBER)
          .rule(Rule.between(1, 1_000_000))
          .column("max_epochs", "from 1", "Most epochs of a run")
          .label("epochs<=%s")
          .key();

  /** The running training accuracy at which training stops. */
  public static final Key<Double> TARGET_ACCURACY =
      Key.of(TRAINING, "target-accuracy", Kind.NUMBER)
          .rule(Rule.shareOrOne())
          .column("target_accuracy", "0..1", "Training accuracy at which training stops")
          .label("accuracy<%s")
          .key();

  /** The engine that steps the network. */
  public static final Key<Engine> ENGINE =
      Key.of(TRAINING, "engine", Kind.choice(Engine.class))
          .column("engine", "What stepped the network")
          .label("%s")
          .key();

  /** Key that says whether a rising validation loss ends a training. */
  public static final Key<EarlyStop> EARLY_STOPPING =
      Key.of(TRAINING, "early-stopping", Kind.choice(EarlyStop.class))
          .older(EarlyStop.ON)
          .column("early_stopping", "Whether a rising validation loss ended a training")
          .generation(2)
          .label("early-stopping=%s")
          .key();

  /** The part of the targets that all classes share. */
  public static final Key<Double> LABEL_SMOOTHING =
      Key.of(TRAINING, "label-smoothing", Kind.NUMBER)
          .rule(Rule.shareOrZero())
          .older(0.0)
          .column(
              "label_smoothing",
              "0..1",
              "Part of the targets of training images that all classes share; the training loss is"
                  + " that of these targets")
          .generation(5)
          .label("smoothing=%s")
          .key();

  /** The share of outputs of hidden units that each step leaves out. */
  public static final Key<Double> DROPOUT =
      Key.of(TRAINING, "dropout", Kind.NUMBER)
          .rule(Rule.shareOrZero())
          .older(0.0)
          .column(
              "dropout",
              "0..1",
              "Share of outputs of hidden layers of units that each step left out; training losses"
                  + " and accuracies are those without them")
          .generation(5)
          .label("dropout=%s")
          .key();

  /** Its keys. */
  public static final Section<TrainingSpec> SECTION =
      Section.of(
              TRAINING,
              values ->
                  new TrainingSpec(
                      UpdateSpec.SECTION.make(values),
                      values.get(LEARNING_RATE),
                      LearningRateSchedule.SECTION.make(values),
                      values.get(BATCH_SIZE),
                      values.get(MAX_EPOCHS),
                      values.get(TARGET_ACCURACY),
                      values.get(ENGINE),
                      values.get(EARLY_STOPPING),
                      NuclearNormSpec.SECTION.make(values),
                      values.get(LABEL_SMOOTHING),
                      values.get(DROPOUT)))
          .with(UpdateSpec.SECTION, TrainingSpec::update)
          .with(LEARNING_RATE, TrainingSpec::learningRate)
          .with(LearningRateSchedule.SECTION, TrainingSpec::schedule)
          .with(BATCH_SIZE, TrainingSpec::batchSize)
          .with(MAX_EPOCHS, TrainingSpec::maxEpochs)
          .with(TARGET_ACCURACY, TrainingSpec::targetAccuracy)
          .with(ENGINE, TrainingSpec::engine)
          .with(EARLY_STOPPING, TrainingSpec::earlyStop)
          .with(NuclearNormSpec.SECTION, TrainingSpec::nuclearNorm)
          .with(LABEL_SMOOTHING, TrainingSpec::labelSmoothing)
          .with(DROPOUT, TrainingSpec::dropout);

  public TrainingSpec {
    LEARNING_RATE.require(learningRate);
    BATCH_SIZE.require(batchSize);
    MAX_EPOCHS.require(maxEpochs);
    TARGET_ACCURACY.require(targetAccuracy);
    LABEL_SMOOTHING.require(labelSmoothing);
    DROPOUT.require(dropout);
  }

  /** The training with {@code optimizer} and nothing beside it. */
  public TrainingSpec(
      Optimizer optimizer,
      double learningRate,
      int batchSize,
      int maxEpochs,
      double targetAccuracy,
      Engine engine,
      EarlyStop earlyStop,
      NuclearNormSpec nuclearNorm) {
    this(
        UpdateSpec.plain(optimizer),
        learningRate,
        LearningRateSchedule.CONSTANT,
        batchSize,
        maxEpochs,
        targetAccuracy,
        engine,
        earlyStop,
        nuclearNorm,
        0,
        0);
  }

  /** The protocol's training: early stopping, and no term beside the loss. */
  public TrainingSpec(
      Optimizer optimizer,
      double learningRate,
      int batchSize,
      int maxEpochs,
      double targetAccuracy,
      Engine engine) {
    this(
        optimizer,
        learningRate,
        batchSize,
        maxEpochs,
        targetAccuracy,
        engine,
        EarlyStop.ON,
        NuclearNormSpec.NONE);
  }

  /** The same by another update rule. */
  public TrainingSpec with(UpdateSpec other) {
    return changed(other, schedule, maxEpochs, targetAccuracy, earlyStop);
  }

  /** The same with another course of the learning rate. */
  public TrainingSpec with(LearningRateSchedule other) {
    return changed(update, other, maxEpochs, targetAccuracy, earlyStop);
  }

  /** The same, each step of which leaves out {@code share} of the outputs of hidden units. */
  public TrainingSpec withDropout(double share) {
    return new TrainingSpec(
        update,
        learningRate,
        schedule,
        batchSize,
        maxEpochs,
        targetAccuracy,
        engine,
        earlyStop,
        nuclearNorm,
        labelSmoothing,
        share);
  }

  /**
   * The same, ended after {@code epochs} epochs if not before; the learning rate's course stays.
   */
  public TrainingSpec upTo(int epochs) {
    return changed(
        update, schedule.asOver(maxEpochs), Math.min(epochs, maxEpochs), targetAccuracy, earlyStop);
  }

  /** The same for exactly {@code epochs} epochs: neither accuracy nor loss ends it. */
  public TrainingSpec lasting(int epochs) {
    return changed(update, schedule, epochs, 1, EarlyStop.OFF);
  }

  private TrainingSpec changed(
      UpdateSpec update,
      LearningRateSchedule schedule,
      int maxEpochs,
      double targetAccuracy,
      EarlyStop earlyStop) {
    return new TrainingSpec(
        update,
        learningRate,
        schedule,
        batchSize,
        maxEpochs,
        targetAccuracy,
        engine,
        earlyStop,
        nuclearNorm,
        labelSmoothing,
        dropout);
  }

  /**
   * The factor of the learning rate in step {@code step}, from 0.
   *
   * @param stepsAnEpoch steps of an epoch
   * @return from 0 to 1
   */
  public double rateFactor(int step, int stepsAnEpoch) {
    return schedule.factor(step, stepsAnEpoch, maxEpochs);
  }

  /** The optimiser. */
  public Optimizer optimizer() {
    return update.optimizer();
  }
}
