/**
 * A sweep on a real cluster of processes that are killed and frozen at random. Knows nothing of the
 * driver but how it is started; whoever calls reads the tables.
 */
@NullMarked
package prunesweep.benchmarks.faults;

import org.jspecify.annotations.NullMarked;
