package prunesweep.trainer.spec;

import java.io.Serializable;
import prunesweep.trainer.key.CanonicalText;

/**
 * Trunk that trials have in common that differ in their method alone: until the first prune they
 * are one and the same dense training.
 *
 * @param dataset the images
 * @param network the architecture
 * @param training the training protocol
 * @param seed the one source of all randomness
 */
public record TrunkSpec(DatasetSpec dataset, NetworkSpec network, TrainingSpec training, long seed)
    implements Serializable {

  /** The same, ended after {@code epochs} epochs if not before. */
  public TrunkSpec upTo(int epochs) {
    return new TrunkSpec(dataset, network, training.upTo(epochs), seed);
  }

  void describe(CanonicalText text) {
    DatasetSpec.SECTION.values(dataset).describe(text);
    NetworkSpec.SECTION.values(network).describe(text);
    TrainingSpec.SECTION.values(training).describe(text);
    text.put("seed", seed);
  }
}
