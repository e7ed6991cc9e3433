/** A trial: everything that decides its rows, and how it ended. */
@NullMarked
package prunesweep.trainer.trial;

import org.jspecify.annotations.NullMarked;
