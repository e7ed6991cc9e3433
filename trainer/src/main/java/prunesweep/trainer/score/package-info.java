/** The scores that come along, one class each, and where those of others are found. */
@NullMarked
package prunesweep.trainer.score;

import org.jspecify.annotations.NullMarked;
