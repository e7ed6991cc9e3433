/** Which weights or units compete with each other at a prune: scopes, one record each. */
@NullMarked
package prunesweep.trainer.scope;

import org.jspecify.annotations.NullMarked;
