/** Training by Deeplearning4j itself: the engine for every network, and the reference. */
@NullMarked
package prunesweep.trainer.training.dl4j;

import org.jspecify.annotations.NullMarked;
