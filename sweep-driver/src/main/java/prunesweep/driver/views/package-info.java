/** Views over the result tables and the SQL functions they call, for any engine. */
@NullMarked
package prunesweep.driver.views;

import org.jspecify.annotations.NullMarked;
