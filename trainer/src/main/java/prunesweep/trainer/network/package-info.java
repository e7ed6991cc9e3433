/** A network as plain numbers and as Deeplearning4j's model. */
@NullMarked
package prunesweep.trainer.network;

import org.jspecify.annotations.NullMarked;
