/** A run of a sweep from its config to its tables: wires the other packages. */
@NullMarked
package prunesweep.driver.run;

import org.jspecify.annotations.NullMarked;
