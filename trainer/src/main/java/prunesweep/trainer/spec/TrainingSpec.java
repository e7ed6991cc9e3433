package prunesweep.trainer.spec;

import java.io.Serializable;

/**
 * How a network is trained (protocol, sections 1 and 2).
 *
 * @param optimizer the update rule
 * @param learningRate step size, above 0
 * @param batchSize images a step; the last step of an epoch takes what is left
 * @param maxEpochs most epochs of a run
 * @param targetAccuracy running training accuracy, 0..1, at which training stops
 * @param engine what steps the network; another engine rounds otherwise, so it is part of a trial
 * @param earlyStop whether a rising validation loss ends it
 * @param nuclearNorm what is added to the loss
 */
public record TrainingSpec(
    Optimizer optimizer,
    double learningRate,
    int batchSize,
    int maxEpochs,
    double targetAccuracy,
    Engine engine,
    EarlyStop earlyStop,
    NuclearNormSpec nuclearNorm)
    implements Serializable {

  public TrainingSpec {
    Require.positive("learning-rate", learningRate);
    Require.between("batch-size", batchSize, 1, 1 << 20);
    Require.between("max-epochs", maxEpochs, 1, 1_000_000);
    Require.shareOrOne("target-accuracy", targetAccuracy);
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

  /** The same, ended after {@code epochs} epochs if not before. */
  TrainingSpec upTo(int epochs) {
    return new TrainingSpec(
        optimizer,
        learningRate,
        batchSize,
        Math.min(epochs, maxEpochs),
        targetAccuracy,
        engine,
        earlyStop,
        nuclearNorm);
  }

  void describe(CanonicalText text) {
    text.put("training.optimizer", optimizer.label());
    text.put("training.learning-rate", learningRate);
    text.put("training.batch-size", batchSize);
    text.put("training.max-epochs", maxEpochs);
    text.put("training.target-accuracy", targetAccuracy);
    text.put("training.engine", engine.label());
    if (earlyStop != EarlyStop.ON) {
      text.put("training.early-stopping", earlyStop.label());
    }
    nuclearNorm.describe(text);
  }
}
