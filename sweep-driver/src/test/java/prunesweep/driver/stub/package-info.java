/** Parts that only tests know: a method, a scope, a schedule and a score. */
@NullMarked
package prunesweep.driver.stub;

import org.jspecify.annotations.NullMarked;
