/** The data set in memory: images or rows, their labels, classes, normalisation and split. */
@NullMarked
package prunesweep.trainer.data;

import org.jspecify.annotations.NullMarked;
