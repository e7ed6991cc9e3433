/** Random numbers derived from one seed by name. */
@NullMarked
package prunesweep.trainer.random;

import org.jspecify.annotations.NullMarked;
