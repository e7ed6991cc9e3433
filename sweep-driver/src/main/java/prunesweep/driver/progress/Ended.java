package prunesweep.driver.progress;

import prunesweep.driver.plan.Planned;

/**
 * A trial or stage of which nothing is left to do.
 *
 * @param planned what it was
 * @param epochs epochs of its training: a trial's without those of its stage, a stage's from the
 *     first on; 0 where it failed
 * @param seconds wall clock of its job; 0 where none was run, since it was kept
 */
public record Ended(Planned planned, int epochs, double seconds) {}
