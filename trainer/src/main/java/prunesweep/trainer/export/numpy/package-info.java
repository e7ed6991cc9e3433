/** Networks as arrays of NumPy. */
@NullMarked
package prunesweep.trainer.export.numpy;

import org.jspecify.annotations.NullMarked;
