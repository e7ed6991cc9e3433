/** What the layers of a network are, and its numbers: kernels, biases, masks, where they start. */
@NullMarked
package prunesweep.trainer.network;

import org.jspecify.annotations.NullMarked;
