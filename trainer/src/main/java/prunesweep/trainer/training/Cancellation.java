package prunesweep.trainer.training;

import java.util.concurrent.CancellationException;

/** Lets a trial be cancelled by interrupting its thread. */
public final class Cancellation {

  private Cancellation() {}

  /**
   * Does nothing unless the thread is interrupted.
   *
   * @throws CancellationException if it is
   */
  public static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("The trial was cancelled");
    }
  }
}
