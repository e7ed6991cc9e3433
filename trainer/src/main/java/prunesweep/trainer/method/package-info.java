/**
 * When a network is pruned, and what comes next: a method is a record with its keys and a procedure
 * that the run of a trial asks at each turn. {@link Methods} is the list of them; nobody else knows
 * one from another.
 */
@NullMarked
package prunesweep.trainer.method;

import org.jspecify.annotations.NullMarked;
