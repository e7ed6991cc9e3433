/** Tests of queries. */
@NullMarked
package prunesweep.driver.sql;

import org.jspecify.annotations.NullMarked;
