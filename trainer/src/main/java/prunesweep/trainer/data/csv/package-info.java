/** CSV files: cells, columns, labels, and the two files of a data set. */
@NullMarked
package prunesweep.trainer.data.csv;

import org.jspecify.annotations.NullMarked;
