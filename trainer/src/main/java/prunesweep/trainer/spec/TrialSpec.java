package prunesweep.trainer.spec;

import java.io.Serializable;

/**
 * One point of a sweep: everything that decides the rows of a trial. A method that could never
 * prune is refused.
 *
 * @param dataset the images
 * @param network the architecture
 * @param training the training protocol
 * @param method what is pruned, when and how
 * @param seed the one source of all randomness of the trial
 */
public record TrialSpec(
    DatasetSpec dataset, NetworkSpec network, TrainingSpec training, MethodSpec method, long seed)
    implements Serializable {

  public TrialSpec {
    if (method instanceof ActivationPruning pruning
        && pruning.firstThreshold() >= training.targetAccuracy()) {
      throw new InvalidSpecException(
          "first-threshold",
          "below target-accuracy (%s), at which training stops before it prunes"
              .formatted(training.targetAccuracy()),
          pruning.firstThreshold());
    }
  }

  /** What this trial has in common with trials of other methods. */
  public TrunkSpec trunk() {
    return new TrunkSpec(dataset, network, training, seed);
  }

  /** The canonical text: equal for equal trials, whatever the order or form of their keys. */
  public CanonicalText canonicalText() {
    CanonicalText text = new CanonicalText();
    trunk().describe(text);
    method.describe(text);
    return text;
  }

  /** The id made from the canonical text. */
  public TrialId id() {
    return TrialId.of(canonicalText());
  }
}
