/**
 * The side-by-side run: starts each contestant's process, chooses its kernel, lets all take turns
 * and compares their times.
 */
@NullMarked
package prunesweep.benchmarks.contest;

import org.jspecify.annotations.NullMarked;
