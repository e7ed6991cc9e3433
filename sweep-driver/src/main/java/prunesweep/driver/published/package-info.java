/** Figures that others published, and which trials of ours answer to them. */
@NullMarked
package prunesweep.driver.published;

import org.jspecify.annotations.NullMarked;
