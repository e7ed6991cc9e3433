/** Tests of the driver as a whole. */
@NullMarked
package prunesweep.driver;

import org.jspecify.annotations.NullMarked;
