package prunesweep.trainer.spec;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import prunesweep.trainer.key.CanonicalText;

/**
 * Point up to which a training goes. A method names the point up to which its trial is one with the
 * dense training; a stage ends at one.
 */
public sealed interface StopPoint extends Serializable
    permits Beginning, FirstThreshold, EndOfTraining, LaterPoint {

  /** Tells whether an epoch with this running training accuracy is the last. */
  boolean isReachedAt(double trainAccuracy);

  /** The counters that are added up on the way, in a fixed order. */
  List<CounterSpec> counters();

  /** The same point where {@code counters} are added up too, as far as any can be on the way. */
  StopPoint counting(Collection<CounterSpec> counters);

  /**
   * Tells whether a training that goes to {@code later} passes this point and finds there all it
   * needs.
   */
  boolean isPassedBy(StopPoint later);

  /** Tells whether there is anything to train until then. */
  default boolean isAfterTraining() {
    return true;
  }

  /** What this point and that of another seed have in common; equal where nothing else differs. */
  default Object apartFromSeed() {
    return this;
  }

  /** Writes what makes this point differ from another into {@code text}. */
  void describe(CanonicalText text);
}
