/** Tests of the results on disk. */
@NullMarked
package prunesweep.driver.tables;

import org.jspecify.annotations.NullMarked;
