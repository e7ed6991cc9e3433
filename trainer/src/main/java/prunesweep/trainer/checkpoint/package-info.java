/** States of a training that others go on from: in memory, as bytes, and on their way. */
@NullMarked
package prunesweep.trainer.checkpoint;

import org.jspecify.annotations.NullMarked;
