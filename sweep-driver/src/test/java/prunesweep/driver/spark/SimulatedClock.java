package prunesweep.driver.spark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Clock of a simulation in one thread: it goes by the processor time that this thread takes, so
 * that a busy machine changes nothing, stands still while the simulation is at work, and skips what
 * would be waited for.
 */
final class SimulatedClock extends Clock {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private long skipped;
  private long stoppedAt = THREADS.getCurrentThreadCpuTime();
  private long stopped = stoppedAt;
  private int stops = 1;

  /** Nanoseconds of the thread outside of the simulation. */
  long worked() {
    return (stops > 0 ? stoppedAt : THREADS.getCurrentThreadCpuTime()) - stopped;
  }

  /** Nanoseconds of the simulated time. */
  long nanos() {
    return worked() + skipped;
  }

  /** Stands still until {@link #go}; may be called again meanwhile. */
  void stop() {
    if (stops++ == 0) {
      stoppedAt = THREADS.getCurrentThreadCpuTime();
    }
  }

  /** Goes on. */
  void go() {
    if (--stops == 0) {
      stopped += THREADS.getCurrentThreadCpuTime() - stoppedAt;
    }
  }

  /** Skips to {@code nanos}, unless that is past. */
  void skipTo(long nanos) {
    skipped += Math.max(0, nanos - nanos());
  }

  /** Skips the time of something that is not done in truth. */
  void skip(Duration time) {
    skipped += time.toNanos();
  }

  @Override
  public Instant instant() {
    return Instant.EPOCH.plusNanos(nanos());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
