package prunesweep.trainer.spec;

import java.io.Serializable;
import java.util.List;

/**
 * One point of a sweep: everything that decides the rows of a trial. A method that could never
 * prune is refused, and so is an engine that cannot train the network.
 *
 * @param dataset the images
 * @param network the architecture
 * @param training the training protocol
 * @param method what is pruned, when and how
 * @param retraining what follows the pruning
 * @param analyses what is kept beyond the figures, whatever order is given
 * @param seed the one source of all randomness of the trial
 */
public record TrialSpec(
    DatasetSpec dataset,
    NetworkSpec network,
    TrainingSpec training,
    MethodSpec method,
    RetrainingSpec retraining,
    List<Analysis> analyses,
    long seed)
    implements Serializable {

  public TrialSpec {
    analyses = analyses.stream().distinct().sorted().toList();
    if (method instanceof DenseTraining && retraining.isAsked()) {
      throw new InvalidSpecException(
          "retraining", "none where nothing is pruned", retraining.mode().label());
    }
    if (method instanceof DenseTraining && analyses.stream().anyMatch(Analysis::needsPrune)) {
      throw new InvalidSpecException(
          "analyses",
          "without singular-values and pca where nothing is pruned",
          analyses.stream().map(Analysis::label).toList());
    }
    if (network.isConvolutional() && training.engine() != Engine.DL4J) {
      throw new InvalidSpecException(
          "training.engine", "dl4j for a network with convolutions", training.engine().label());
    }
    if (method instanceof ActivationPruning pruning
        && pruning.firstThreshold() >= training.targetAccuracy()) {
      throw new InvalidSpecException(
          "first-threshold",
          "below target-accuracy (%s), at which training stops before it prunes"
              .formatted(training.targetAccuracy()),
          pruning.firstThreshold());
    }
  }

  /** A trial that ends with its pruning, and keeps figures alone. */
  public TrialSpec(
      DatasetSpec dataset,
      NetworkSpec network,
      TrainingSpec training,
      MethodSpec method,
      long seed) {
    this(dataset, network, training, method, RetrainingSpec.NONE, List.of(), seed);
  }

  /** The dense training that this trial is compared with. */
  public TrialSpec dense() {
    return new TrialSpec(dataset, network, training, new DenseTraining(), seed);
  }

  /** Whether {@code analysis} is asked for. */
  public boolean keeps(Analysis analysis) {
    return analyses.contains(analysis);
  }

  /** Whether the dense network of the same seed is needed beside the trial's own. */
  public boolean isComparedWithDense() {
    return keeps(Analysis.PCA);
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
    retraining.describe(text);
    if (!analyses.isEmpty()) {
      text.put("analyses", String.join(",", analyses.stream().map(Analysis::label).toList()));
    }
    return text;
  }

  /** The id made from the canonical text. */
  public TrialId id() {
    return TrialId.of(canonicalText());
  }
}
