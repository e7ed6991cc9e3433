package prunesweep.driver.spark;

import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import prunesweep.driver.plan.WorkId;
import prunesweep.trainer.checkpoint.Journal;
import prunesweep.trainer.checkpoint.Standing;

/**
 * Journal of one task: tells the driver where it stands, a few times a second at most, and leaves
 * its state when that is due. The state is a copy, so it costs nothing where it is not.
 */
final class TaskJournal implements Journal, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TaskJournal.class);
  private static final long TELL_NANOS = 300_000_000;

  private final WorkId work;
  private final Optional<ExecutorEnd> end;
  private final StateInterval interval;
  private long leftAt = System.nanoTime();
  private long toldAt = leftAt - TELL_NANOS;
  private volatile boolean hasSaidFarewell;

  private TaskJournal(WorkId work, StateInterval interval, Optional<ExecutorEnd> end) {
    this.work = work;
    this.interval = interval;
    this.end = end;
  }

  /** The journal of a task that begins here. */
  static TaskJournal begun(WorkId work, StateInterval interval) {
    TaskJournal journal = new TaskJournal(work, interval, ExecutorEnd.current());
    journal.end.ifPresent(executor -> executor.add(journal));
    LOG.debug("{} begins", work);
    return journal;
  }

  /** The state to go on from. */
  Optional<byte[]> state() {
    return end.flatMap(executor -> executor.begin(work));
  }

  @Override
  public void epochEnded(Standing standing, Supplier<byte[]> state) {
    LOG.debug("{} trained {} {} {}", work, standing.phase(), standing.cycles(), standing.epoch());
    long now = System.nanoTime();
    boolean isLeaving = ExecutorEnd.isLeaving();
    if (now - toldAt >= TELL_NANOS) {
      toldAt = now;
      end.ifPresent(executor -> executor.tell(new Message.EpochEnded(work, standing)));
    }
    if (interval.isDue(now - leftAt) || (isLeaving && interval.isOn())) {
      leftAt = now;
      end.ifPresent(executor -> executor.tell(new Message.StateLeft(work, state.get())));
      hasSaidFarewell = isLeaving;
    }
  }

  /** Whether a last state is still to come from this task. */
  boolean isAwaited() {
    return interval.isOn() && !hasSaidFarewell;
  }

  @Override
  public void close() {
    end.ifPresent(executor -> executor.remove(this));
  }
}
