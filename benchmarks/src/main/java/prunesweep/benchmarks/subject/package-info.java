/** What is timed, whoever times it: the paper's network, its batches, masks and products. */
@NullMarked
package prunesweep.benchmarks.subject;

import org.jspecify.annotations.NullMarked;
