/** IDX files: headers, images, labels, and the four files of a data set. */
@NullMarked
package prunesweep.trainer.data.idx;

import org.jspecify.annotations.NullMarked;
