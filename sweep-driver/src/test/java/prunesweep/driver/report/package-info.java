/** Tests of the page about results. */
@NullMarked
package prunesweep.driver.report;

import org.jspecify.annotations.NullMarked;
