/** Tests of whole sweeps, from config to tables. */
@NullMarked
package prunesweep.driver.run;

import org.jspecify.annotations.NullMarked;
