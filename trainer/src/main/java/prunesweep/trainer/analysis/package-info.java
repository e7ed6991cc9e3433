/** What a trained network looks like from outside: singular values, rank, norms. */
@NullMarked
package prunesweep.trainer.analysis;

import org.jspecify.annotations.NullMarked;
