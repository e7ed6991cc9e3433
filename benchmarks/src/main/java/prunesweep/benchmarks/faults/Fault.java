package prunesweep.benchmarks.faults;

import java.util.Locale;

/**
 * A fault that is to come.
 *
 * @param after how long after the one before, in milliseconds
 * @param deed what is done
 * @param target to which kind of process
 * @param choice picks one of several processes of that kind, from 0
 * @param frozen how long it is frozen, in milliseconds; 0 for a kill
 */
public record Fault(long after, Deed deed, Target target, int choice, long frozen) {

  /** The fault in a few words. */
  public String label() {
    String process = target.name().toLowerCase(Locale.ROOT);
    return deed == Deed.KILL
        ? "kill of the " + process
        : "freeze of the %s for %.1f s".formatted(process, frozen / 1000.0);
  }
}
