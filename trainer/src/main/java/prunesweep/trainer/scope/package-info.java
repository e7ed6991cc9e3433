/** Scopes, one record each: the weights or units that compete at a prune. */
@NullMarked
package prunesweep.trainer.scope;

import org.jspecify.annotations.NullMarked;
