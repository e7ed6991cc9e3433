package prunesweep.driver.progress;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import prunesweep.driver.plan.Planned;
import prunesweep.trainer.checkpoint.Standing;

/**
 * A trial or stage that an executor runs now.
 *
 * @param planned what it is
 * @param host where it runs
 * @param executor by which executor
 * @param begun since when
 * @param heard when it was last heard of
 * @param standing where it stands; null before its first epoch
 */
public record Underway(
    Planned planned,
    String host,
    String executor,
    Instant begun,
    Instant heard,
    @Nullable Standing standing) {

  /** The same, heard of at {@code moment}. */
  public Underway at(Standing now, Instant moment) {
    return new Underway(planned, host, executor, begun, moment, now);
  }
}
