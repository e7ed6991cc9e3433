/** Micro-benchmarks for JMH: {@code ./sweep jmh}. */
@NullMarked
package prunesweep.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
