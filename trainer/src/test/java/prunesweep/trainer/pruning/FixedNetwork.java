package prunesweep.trainer.pruning;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.LayerInputs;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.NetworkView;

/**
 * A network that does not train: its hidden kernels, and the counters of one batch after another.
 */
final class FixedNetwork implements NetworkView {

  private final List<Kernel> kernels;
  private final Iterator<List<int[]>> batches;
  private final List<Integer> batchSizes = new ArrayList<>();

  FixedNetwork(List<Kernel> kernels, Iterable<List<int[]>> batches) {
    this.kernels = kernels.stream().map(FixedNetwork::copy).toList();
    this.batches = batches.iterator();
  }

  private static Kernel copy(Kernel kernel) {
    return new Kernel(kernel.inputs(), kernel.units(), kernel.weights().clone());
  }

  @Override
  public List<Kernel> hiddenKernels() {
    return kernels.stream().map(FixedNetwork::copy).toList();
  }

  @Override
  public List<int[]> activeImages(LabelledImages images, int[] indices) {
    batchSizes.add(indices.length);
    return batches.next();
  }

  @Override
  public List<Kernel> gradients(LabelledImages images, int[] indices) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<LayerInputs> inputs(LabelledImages images, int[] indices) {
    throw new UnsupportedOperationException();
  }

  /** The size of each batch counted so far. */
  List<Integer> batchSizes() {
    return batchSizes;
  }

  /** Zeroes what {@code mask} does not keep. */
  void hold(Mask mask) {
    for (int layer = 0; layer < kernels.size(); layer++) {
      float[] weights = kernels.get(layer).weights();
      for (int index = 0; index < weights.length; index++) {
        weights[index] = mask.kept().get(layer)[index] ? weights[index] : 0;
      }
    }
  }

  /** Zero weights of all hidden kernels. */
  long zeros() {
    return kernels.stream().mapToLong(kernel -> kernel.size() - kernel.nonZeroWeights()).sum();
  }
}
