package prunesweep.trainer.training.vector;

import java.util.List;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.training.CrossEntropy;
import prunesweep.trainer.training.MeanGradients;

/**
 * Gradients of all weights, those that a mask holds too: by a copy of the network that has no mask
 * and leaves out nothing. The arrays of the network in training stay untouched.
 */
final class DenseGradients {

  private final LiveNetwork network;
  private final int batchSize;

  /** Those of {@code whole}, in batches of {@code batchSize} images. */
  DenseGradients(WholeNetwork whole, int batchSize) {
    this.batchSize = batchSize;
    network =
        new LiveNetwork(whole.unmasked(), new GradientSums.Rule(), batchSize, SparseLimit.STANDARD);
  }

  /** Those of the parameters that the layers have now, on the images that {@code indices} name. */
  List<Kernel> of(LabelledImages images, int[] indices) {
    MeanGradients gradients = new MeanGradients();
    network.load();
    for (int start = 0; start < indices.length; start += batchSize) {
      int count = Math.min(batchSize, indices.length - start);
      network.load(new ImageRun(images, indices, start, count));
      network.forward(count);
      network.outputGradients(count, CrossEntropy.PLAIN);
      network.backward(new UpdateStep(count, 1, 0));
      gradients.add(network.takeTargets(), count);
    }
    return gradients.mean();
  }
}
