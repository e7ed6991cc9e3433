package prunesweep.trainer;

import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.Layer;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.spec.TrunkSpec;

/**
 * The least memory that a training takes: the weights as they begin and as they are now, and the
 * images and outputs of a batch. A training may take some times more.
 *
 * @param weights weights of all layers
 * @param largestLayer weights of the largest layer
 * @param batch numbers in the images and unit outputs of a batch
 */
record MemoryNeed(long weights, long largestLayer, long batch) {

  private static final int COPIES = 2;

  static MemoryNeed of(TrainingSpec training, Architecture network) {
    long units = network.layers().stream().mapToLong(Layer::units).sum();
    return new MemoryNeed(
        network.weights(),
        network.layers().stream().mapToLong(Layer::weights).max().orElse(0),
        training.batchSize() * (network.layers().get(0).inputs() + units));
  }

  /**
   * Checks that the training of {@code trunk} may fit into this virtual machine.
   *
   * @throws OutOfMemoryException naming the key that asks for too much, if it cannot
   */
  void require(TrunkSpec trunk) {
    if (largestLayer > Integer.MAX_VALUE) {
      throw new OutOfMemoryException(
          "Cannot train: network.hidden must be layers of at most %d weights each, got %s with %d"
              .formatted(Integer.MAX_VALUE, trunk.network().label(), largestLayer));
    }
    long bytes = Float.BYTES * (COPIES * weights + batch);
    long memory = Runtime.getRuntime().maxMemory();
    if (bytes > memory) {
      throw new OutOfMemoryException(
          "Cannot train: %s must be small enough for a memory of %d bytes, got at least %d bytes"
              .formatted(key(trunk.network(), trunk.training()), memory, bytes));
    }
  }

  /** The key that asks for most. */
  private String key(NetworkSpec network, TrainingSpec training) {
    return batch > COPIES * weights
        ? "training.batch-size (%d)".formatted(training.batchSize())
        : "network.hidden (%s)".formatted(network.label());
  }

  /** The failure of a training that turned out to need more than its least. */
  static OutOfMemoryException exceeded(TrunkSpec trunk) {
    return new OutOfMemoryException(
        ("Cannot train: network.hidden (%s) and training.batch-size (%d) must be small enough for a"
                + " memory of %d bytes, got more")
            .formatted(
                trunk.network().label(),
                trunk.training().batchSize(),
                Runtime.getRuntime().maxMemory()));
  }
}
