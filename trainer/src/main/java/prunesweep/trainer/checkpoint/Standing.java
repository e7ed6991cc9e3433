package prunesweep.trainer.checkpoint;

import java.io.Serializable;
import prunesweep.trainer.result.EpochResult;

/**
 * Place that a trial or stage under way has reached.
 *
 * @param phase the training under way, e.g. {@code training}
 * @param epoch its last epoch that ended, from 1
 * @param trained epochs that the trial or stage has trained itself, in all its trainings
 * @param cycles prunes so far
 * @param trainAccuracy running training accuracy of that epoch, 0..1
 * @param validationAccuracy accuracy after it, 0..1
 * @param sparsity zero weights over all weights while it ran, 0..1
 */
public record Standing(
    String phase,
    int epoch,
    int trained,
    int cycles,
    double trainAccuracy,
    double validationAccuracy,
    double sparsity)
    implements Serializable {

  /** At the end of {@code epoch} of the training {@code phase}, before any prune. */
  public static Standing at(EpochResult epoch, String phase, int trained) {
    return new Standing(
        phase,
        epoch.epoch(),
        trained,
        0,
        epoch.trainAccuracy(),
        epoch.figures().validation().accuracy(),
        epoch.sparsity());
  }

  /** The same after {@code prunes} prunes. */
  public Standing after(int prunes) {
    return new Standing(phase, epoch, trained, prunes, trainAccuracy, validationAccuracy, sparsity);
  }
}
