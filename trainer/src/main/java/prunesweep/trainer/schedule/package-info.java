/** Schedules, one record each: the amounts that several prunes take. */
@NullMarked
package prunesweep.trainer.schedule;

import org.jspecify.annotations.NullMarked;
