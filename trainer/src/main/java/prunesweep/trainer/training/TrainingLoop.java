package prunesweep.trainer.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.spec.TrainingSpec;

/**
 * The training protocol (protocol, section 2): epochs of shuffled batches until the running
 * training accuracy reaches its target, early stopping stops, or the epochs are used up; checked in
 * this order, before anything else happens at the epoch's end.
 */
public final class TrainingLoop {

  private static final double NANOS = 1e9;

  private final TrainingSpec training;
  private final Dataset dataset;
  private final TrainingEngine engine;
  private final EarlyStopping earlyStopping = new EarlyStopping();

  /** A loop that trains {@code engine} on {@code dataset}. */
  public TrainingLoop(TrainingSpec training, Dataset dataset, TrainingEngine engine) {
    this.training = training;
    this.dataset = dataset;
    this.engine = engine;
  }

  /**
   * Trains to the end.
   *
   * @param phase name of this training in the result, e.g. {@code training}
   * @param seed decides each epoch's order
   * @param epochEnd called between epochs
   * @throws DivergedException when a loss is not finite
   */
  public TrainingRun run(String phase, long seed, EpochEnd epochEnd) {
    List<EpochResult> epochs = new ArrayList<>();
    while (true) {
      EpochResult epoch = epoch(phase, seed, epochs.size() + 1);
      epochs.add(epoch);
      Optional<StopReason> stop = stopReason(epoch);
      if (stop.isPresent()) {
        return new TrainingRun(epochs, stop.get());
      }
      epochEnd.after(epoch.epoch(), epoch.trainAccuracy());
    }
  }

  private EpochResult epoch(String phase, long seed, int number) {
    long start = System.nanoTime();
    double sparsity = engine.parameters().sparsity();
    int[] order = Shuffle.order(dataset.training().count(), seed, number);
    Tally tally = engine.train(dataset.training(), order);
    requireFinite(number, "training", tally.loss());
    Evaluation validation = engine.evaluate(dataset.validation());
    requireFinite(number, "validation", validation.loss());
    return new EpochResult(
        phase,
        number,
        tally.loss(),
        tally.accuracy(),
        validation.loss(),
        validation.accuracy(),
        sparsity,
        (System.nanoTime() - start) / NANOS);
  }

  private Optional<StopReason> stopReason(EpochResult epoch) {
    boolean stopsEarly = earlyStopping.stopsAt(epoch.validationLoss());
    if (epoch.trainAccuracy() >= training.targetAccuracy()) {
      return Optional.of(StopReason.TARGET_ACCURACY);
    }
    if (stopsEarly) {
      return Optional.of(StopReason.EARLY_STOPPING);
    }
    return epoch.epoch() >= training.maxEpochs()
        ? Optional.of(StopReason.MAX_EPOCHS)
        : Optional.empty();
  }

  private static void requireFinite(int epoch, String which, double loss) {
    if (!Double.isFinite(loss)) {
      throw new DivergedException(epoch, which, loss);
    }
  }
}
