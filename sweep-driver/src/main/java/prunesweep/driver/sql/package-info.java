/** Queries over the result tables, by DuckDB or Spark SQL, that reach nothing else. */
@NullMarked
package prunesweep.driver.sql;

import org.jspecify.annotations.NullMarked;
