/** Published figures beside those of a results folder. */
@NullMarked
package prunesweep.driver.compare;

import org.jspecify.annotations.NullMarked;
