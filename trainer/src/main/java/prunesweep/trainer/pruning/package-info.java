/** Parts that all methods share: selections, counters, exact counts, masks. */
@NullMarked
package prunesweep.trainer.pruning;

import org.jspecify.annotations.NullMarked;
