/**
 * Spark: sessions, one job a trial, data shipped once; the only package that knows the scheduler.
 */
@NullMarked
package prunesweep.driver.spark;

import org.jspecify.annotations.NullMarked;
