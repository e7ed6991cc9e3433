package prunesweep.driver.progress;

import java.time.Duration;
import java.time.Instant;

/** Time between one status that is passed on and the next; for one thread. */
public final class Spacing {

  private final Duration least;
  private Instant due = Instant.MIN;

  /** So much time at least. */
  public Spacing(Duration least) {
    this.least = least;
  }

  /** Tells whether {@code status} is passed on: when it is time for one, or it is the last. */
  public boolean passes(SweepStatus status) {
    boolean passes = status.hasEnded() || !status.at().isBefore(due);
    if (passes) {
      due = status.at().plus(least);
    }
    return passes;
  }
}
