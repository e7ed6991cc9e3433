/** Progress of a run, as values: what is under way and has ended, and the time that is left. */
@NullMarked
package prunesweep.driver.progress;

import org.jspecify.annotations.NullMarked;
