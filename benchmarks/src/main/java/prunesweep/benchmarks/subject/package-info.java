/** Subject of all timings: the paper's network, its batches, masks and products. */
@NullMarked
package prunesweep.benchmarks.subject;

import org.jspecify.annotations.NullMarked;
