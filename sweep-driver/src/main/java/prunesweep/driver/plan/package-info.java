/** Plan of a sweep: every trial of a config once, in a fixed order, with its id. */
@NullMarked
package prunesweep.driver.plan;

import org.jspecify.annotations.NullMarked;
