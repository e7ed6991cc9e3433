/** The command {@code sweep bench}: the only package of the benchmarks that prints or exits. */
@NullMarked
package prunesweep.benchmarks.cli;

import org.jspecify.annotations.NullMarked;
