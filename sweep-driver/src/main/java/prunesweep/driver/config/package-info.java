/**
 * A sweep as it is written: HOCON files and overrides in, validated records out; every problem is
 * collected and reported at once. {@code prunesweep-reference.conf} holds and explains all
 * defaults.
 */
@NullMarked
package prunesweep.driver.config;

import org.jspecify.annotations.NullMarked;
