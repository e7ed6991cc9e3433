/** Training of one network: engines, the loop, early stopping, evaluation. */
@NullMarked
package prunesweep.trainer.training;

import org.jspecify.annotations.NullMarked;
