package prunesweep.trainer.training;

import java.util.Optional;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.result.EpochResult;

/**
 * Keeps the network of the epoch with the lowest validation loss, the first of equal ones, since
 * the network last changed otherwise than by training.
 */
public final class LowestLoss {

  /**
   * The epoch of the lowest loss.
   *
   * @param epoch its figures
   * @param parameters the network at its end
   */
  public record Point(EpochResult epoch, Parameters parameters) {}

  private Optional<Point> lowest;

  /** Goes on from {@code before}. */
  public LowestLoss(Optional<Point> before) {
    lowest = before;
  }

  /** Nothing seen yet. */
  public LowestLoss() {
    this(Optional.empty());
  }

  /** Takes the epoch that ended, with the network as it is now. */
  void offer(EpochResult epoch, TrainingEngine engine) {
    if (lowest.isEmpty() || epoch.validationLoss() < lowest.get().epoch().validationLoss()) {
      lowest = Optional.of(new Point(epoch, engine.parameters()));
    }
  }

  /** Forgets all epochs so far: what they trained is no longer the same network. */
  public void forget() {
    lowest = Optional.empty();
  }

  /** The lowest so far; empty before the first epoch. */
  public Optional<Point> point() {
    return lowest;
  }
}
