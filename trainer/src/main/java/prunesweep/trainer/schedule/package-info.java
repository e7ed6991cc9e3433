/** How much each of several prunes takes: schedules, one record each. */
@NullMarked
package prunesweep.trainer.schedule;

import org.jspecify.annotations.NullMarked;
