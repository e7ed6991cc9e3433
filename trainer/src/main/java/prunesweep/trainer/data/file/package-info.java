/** Files as bytes: on a disk or in the program, gzip or plain, and their sums. */
@NullMarked
package prunesweep.trainer.data.file;

import org.jspecify.annotations.NullMarked;
