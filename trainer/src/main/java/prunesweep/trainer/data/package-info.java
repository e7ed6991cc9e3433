/** Images and labels: read, checked, found, fetched, split. */
@NullMarked
package prunesweep.trainer.data;

import org.jspecify.annotations.NullMarked;
