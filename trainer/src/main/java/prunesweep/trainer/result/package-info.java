/** The results of a trial: records of numbers and strings, one record type a table. */
@NullMarked
package prunesweep.trainer.result;

import org.jspecify.annotations.NullMarked;
