package prunesweep.trainer;

import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.Layer;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.spec.UpdateSpec;

/**
 * Memory that a trial takes beside its data set: an estimate from above for trials without
 * analyses, computed from network and batch and compared with the least heaps in which such trials
 * ran. Deeplearning4j keeps its arrays outside the heap of Java.
 *
 * @param heap bytes on the heap of Java
 * @param outside bytes outside it
 */
public record TrialMemory(long heap, long outside) {

  /** The network as it is, was at first and at its best, its gradients, masks and copies. */
  private static final int COPIES = 12;

  /** Each is kept with the network, and with its best. */
  private static final int COPIES_OF_MOMENTS = 2;

  private static final int COPIES_OF_BATCH = 6;

  /** That of a training of {@code network}. */
  public static TrialMemory of(TrainingSpec training, Architecture network) {
    long copies = COPIES + COPIES_OF_MOMENTS * moments(training.update());
    long weights = Float.BYTES * copies * network.weights();
    long batch = Float.BYTES * COPIES_OF_BATCH * training.batchSize() * numbers(network);
    return training.engine() == Engine.DL4J
        ? new TrialMemory(weights, weights + batch)
        : new TrialMemory(weights + batch, 0);
  }

  private static int moments(UpdateSpec update) {
    if (update.optimizer() == Optimizer.SGD) {
      return update.momentum() > 0 ? 1 : 0;
    }
    return 2;
  }

  /** What goes into and comes out of the layers for one image. */
  private static long numbers(Architecture network) {
    long numbers = 0;
    for (Layer layer : network.layers()) {
      numbers += (long) layer.places() * (layer.inputs() + layer.units());
    }
    return numbers;
  }

  /** The larger of both kinds. */
  public TrialMemory max(TrialMemory other) {
    return new TrialMemory(Math.max(heap, other.heap), Math.max(outside, other.outside));
  }
}
