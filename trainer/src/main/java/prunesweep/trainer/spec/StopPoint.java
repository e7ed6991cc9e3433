package prunesweep.trainer.spec;

import java.io.Serializable;
import java.util.List;

/** Where a stage ends; each kind says which trials and stages can go on from there. */
public sealed interface StopPoint extends Serializable permits FirstThreshold, EndOfTraining {

  /** Whether an epoch with this running training accuracy is the last. */
  boolean isReachedAt(double trainAccuracy);

  /** What is added up on the way, in a fixed order. */
  List<CounterSpec> counters();

  /** Whether a trial of {@code method} passes this point and finds there all that it needs. */
  boolean isPassedBy(MethodSpec method);

  /** Whether a stage that ends at {@code later} does. */
  boolean isPassedBy(StopPoint later);

  /** Writes what makes this point differ from another into {@code text}. */
  void describe(CanonicalText text);
}
