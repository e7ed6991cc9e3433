/** Parts of a trial: data set, network, training and stage, as records that check themselves. */
@NullMarked
package prunesweep.trainer.spec;

import org.jspecify.annotations.NullMarked;
