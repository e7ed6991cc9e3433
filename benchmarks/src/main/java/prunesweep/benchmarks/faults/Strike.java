package prunesweep.benchmarks.faults;

import java.time.Instant;

/**
 * A fault that struck.
 *
 * @param fault what it was
 * @param begun when it began
 * @param healed when what was frozen went on, or what was killed had been started again
 */
record Strike(Fault fault, Instant begun, Instant healed) {}
