/** A network as plain numbers: kernels, biases, masks and where they start. */
@NullMarked
package prunesweep.trainer.network;

import org.jspecify.annotations.NullMarked;
