package prunesweep.benchmarks.faults;

import java.util.Locale;

/**
 * A fault that is to come.
 *
 * @param after how long after the one before, in milliseconds
 * @param deed what is done
 * @param target to which kind of process
 * @param choice picks one of several processes of that kind, from 0
 * @param lasting how long it is frozen, or knows of its end before it is killed, in milliseconds; 0
 *     for a kill
 */
public record Fault(long after, Deed deed, Target target, int choice, long lasting) {

  private static final double MILLIS_A_SECOND = 1_000;

  /** The fault in a few words. */
  public String label() {
    String process = target.name().toLowerCase(Locale.ROOT);
    double seconds = lasting / MILLIS_A_SECOND;
    return switch (deed) {
      case KILL -> "kill of the " + process;
      case FREEZE -> "freeze of the %s for %.1f s".formatted(process, seconds);
      case DECOMMISSION ->
          "decommissioning of the %s, killed %.1f s later".formatted(process, seconds);
    };
  }
}
