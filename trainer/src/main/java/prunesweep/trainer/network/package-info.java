/** The layers of a network and its numbers: kernels, biases, masks and their initial values. */
@NullMarked
package prunesweep.trainer.network;

import org.jspecify.annotations.NullMarked;
