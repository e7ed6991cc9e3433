/** A page about the results of a folder, in one HTML file that needs nothing else. */
@NullMarked
package prunesweep.driver.report;

import org.jspecify.annotations.NullMarked;
