/** Images or rows, and their labels: read, checked, found, fetched, normalised, split. */
@NullMarked
package prunesweep.trainer.data;

import org.jspecify.annotations.NullMarked;
