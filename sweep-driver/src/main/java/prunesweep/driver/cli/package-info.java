/** The command line: the only place that prints or exits. */
@NullMarked
package prunesweep.driver.cli;

import org.jspecify.annotations.NullMarked;
