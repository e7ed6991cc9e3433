package prunesweep.trainer.machine;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * Measures a piece of work of the current thread.
 *
 * @param stopwatch started with it
 * @param startBytes what the thread had allocated before
 */
public record CostMeter(Stopwatch stopwatch, long startBytes) {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** A meter of the work that begins now. */
  public static CostMeter started() {
    return new CostMeter(Stopwatch.started(), THREADS.getCurrentThreadAllocatedBytes());
  }

  /** The cost since the start, asked by the thread that started. */
  public Cost cost() {
    long bytes = THREADS.getCurrentThreadAllocatedBytes() - startBytes;
    return new Cost(stopwatch.seconds(), bytes);
  }
}
