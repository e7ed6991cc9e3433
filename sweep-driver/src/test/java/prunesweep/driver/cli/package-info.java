/** Tests of the command line. */
@NullMarked
package prunesweep.driver.cli;

import org.jspecify.annotations.NullMarked;
