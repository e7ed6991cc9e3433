/** Spark SQL over the result tables. */
@NullMarked
package prunesweep.driver.sql;

import org.jspecify.annotations.NullMarked;
