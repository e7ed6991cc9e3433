/**
 * What a trial is: records that validate themselves, their canonical text and the id made from it.
 */
@NullMarked
package prunesweep.trainer.spec;

import org.jspecify.annotations.NullMarked;
