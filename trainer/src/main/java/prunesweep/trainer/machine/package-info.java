/** The machine a trial runs on: its OpenBLAS, processor, clock and programs. */
@NullMarked
package prunesweep.trainer.machine;

import org.jspecify.annotations.NullMarked;
