/** Properties of a trained network's weights: singular values, rank, norms. */
@NullMarked
package prunesweep.trainer.analysis;

import org.jspecify.annotations.NullMarked;
