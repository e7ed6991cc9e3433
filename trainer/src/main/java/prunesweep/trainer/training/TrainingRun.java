package prunesweep.trainer.training;

import java.util.List;
import prunesweep.trainer.result.EpochResult;

/**
 * A training run that ended.
 *
 * @param epochs its epochs, at least one
 * @param stopReason why it ended
 */
public record TrainingRun(List<EpochResult> epochs, StopReason stopReason) {

  public TrainingRun {
    epochs = List.copyOf(epochs);
  }

  /** The last epoch. */
  public EpochResult last() {
    return epochs.get(epochs.size() - 1);
  }
}
