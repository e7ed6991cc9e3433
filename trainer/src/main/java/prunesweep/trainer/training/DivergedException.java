package prunesweep.trainer.training;

/** A training whose loss is no longer a finite number. */
public final class DivergedException extends RuntimeException {

  /** A training that diverged in {@code epoch}, from 1, where {@code loss} is the kind of loss. */
  public DivergedException(int epoch, String loss, double value) {
    super(
        "Training diverged in epoch %d: the %s loss must be finite, got %s"
            .formatted(epoch, loss, value));
  }
}
