/**
 * Where data sets come from: the known ones, a user's own, the places they lie in, reading them.
 */
@NullMarked
package prunesweep.trainer.data.source;

import org.jspecify.annotations.NullMarked;
