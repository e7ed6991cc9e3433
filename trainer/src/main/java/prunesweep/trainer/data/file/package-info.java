/**
 * Files as bytes: on a disk or in the program, gzip or plain, their sums and why one cannot be
 * read.
 */
@NullMarked
package prunesweep.trainer.data.file;

import org.jspecify.annotations.NullMarked;
