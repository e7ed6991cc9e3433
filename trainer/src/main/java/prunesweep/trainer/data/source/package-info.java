/** Sources of data sets: the known ones and a user's own, the places they are in, loading them. */
@NullMarked
package prunesweep.trainer.data.source;

import org.jspecify.annotations.NullMarked;
