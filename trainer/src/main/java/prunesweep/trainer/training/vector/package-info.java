/** Training on plain arrays with Java's Vector API: the fast engine. */
@NullMarked
package prunesweep.trainer.training.vector;

import org.jspecify.annotations.NullMarked;
