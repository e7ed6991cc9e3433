package prunesweep.driver.tables;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import prunesweep.driver.tables.FaultyDisk.Killed;

/** Steps of a file system that stands for one elsewhere; something happens at one of them. */
final class Steps {

  /** What happens in the place of a step, or before it. */
  interface Event {

    /** Throws, or lets the step happen. */
    void happen() throws IOException;
  }

  private static @Nullable Thread watched;
  private static Event event = () -> {};
  private static int first;
  private static int last;
  private static int steps;

  private Steps() {}

  /** From now on all steps of this thread happen. */
  static synchronized void allHappen() {
    watched = null;
    steps = 0;
  }

  /** The process dies at its step {@code number}: that and all later ones fail. */
  static synchronized void dieAt(int number) {
    from(
        number,
        Integer.MAX_VALUE,
        () -> {
          throw new Killed("step " + number);
        });
  }

  /** Step {@code number} reports an error, later ones do not. */
  static synchronized void failAt(int number) {
    from(
        number,
        number,
        () -> {
          throw new IOException("No space left on device");
        });
  }

  /** {@code happening} comes between this thread's steps {@code number} - 1 and {@code number}. */
  static synchronized void before(int number, Event happening) {
    from(number, number, happening);
  }

  private static void from(int number, int end, Event happening) {
    watched = Thread.currentThread();
    steps = 0;
    first = number;
    last = end;
    event = happening;
  }

  /** Says if it was reached. */
  static synchronized boolean isReached() {
    return watched != null && steps >= first;
  }

  /** Counts a step that is about to happen. */
  static void next() throws IOException {
    if (count()) {
      event.happen();
    }
  }

  private static synchronized boolean count() {
    if (watched != Thread.currentThread()) {
      return false;
    }
    steps++;
    return steps >= first && steps <= last;
  }
}
