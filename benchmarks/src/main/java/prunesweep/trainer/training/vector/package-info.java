/** What the benchmarks reach of the fast engine's own products. */
@NullMarked
package prunesweep.trainer.training.vector;

import org.jspecify.annotations.NullMarked;
