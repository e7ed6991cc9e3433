/**
 * The process of a Java contestant: it prepares its task once and then does as many steps as each
 * line of its input asks for.
 */
@NullMarked
package prunesweep.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
