/** What a training has come to, so that others go on from it: in memory, in bytes, on the way. */
@NullMarked
package prunesweep.trainer.checkpoint;

import org.jspecify.annotations.NullMarked;
