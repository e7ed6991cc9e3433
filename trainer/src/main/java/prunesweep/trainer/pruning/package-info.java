/** Which weights go, how many and when: counters, scores, schedules, exact selection. */
@NullMarked
package prunesweep.trainer.pruning;

import org.jspecify.annotations.NullMarked;
