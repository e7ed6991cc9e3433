/** Networks to take away: kept, made smaller, written for other programs, and asked. */
@NullMarked
package prunesweep.trainer.export;

import org.jspecify.annotations.NullMarked;
