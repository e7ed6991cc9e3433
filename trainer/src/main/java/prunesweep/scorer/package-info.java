/**
 * The door for scores of your own: implement {@link prunesweep.scorer.LayerScorer} or {@link
 * prunesweep.scorer.Scorer}, name the class in {@code META-INF/services/prunesweep.scorer.Scorer}
 * of a jar, and hand the jar to {@code sweep run --jars} (docs/extending.md).
 */
@NullMarked
package prunesweep.scorer;

import org.jspecify.annotations.NullMarked;
