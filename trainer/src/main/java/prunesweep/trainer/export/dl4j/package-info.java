/** Networks as models of Deeplearning4j. */
@NullMarked
package prunesweep.trainer.export.dl4j;

import org.jspecify.annotations.NullMarked;
