package prunesweep.trainer.training;

import java.util.ArrayList;
import java.util.List;
import prunesweep.trainer.network.Kernel;

/**
 * The mean of gradients over images, from their sums over one batch after another. Batches are
 * added in 64 bits: near a minimum their gradients nearly cancel.
 */
public final class MeanGradients {

  private final List<double[]> sums = new ArrayList<>();
  private List<Kernel> last = List.of();
  private int images;

  /**
   * Adds a batch.
   *
   * @param gradients one kernel a layer, of the same shapes in every batch: sums over its images
   * @param count images of the batch
   */
  public void add(List<Kernel> gradients, int count) {
    for (int layer = 0; layer < gradients.size(); layer++) {
      if (images == 0) {
        sums.add(new double[gradients.get(layer).size()]);
      }
      add(gradients.get(layer).weights(), sums.get(layer));
    }
    last = gradients;
    images += count;
  }

  private static void add(float[] batch, double[] sums) {
    for (int index = 0; index < sums.length; index++) {
      sums[index] += batch[index];
    }
  }

  /**
   * The mean over all images added.
   *
   * @throws IllegalArgumentException if there are none
   */
  public List<Kernel> mean() {
    if (images == 0) {
      throw new IllegalArgumentException(
          "Cannot take gradients: indices must be of one image at least, got none");
    }
    List<Kernel> means = new ArrayList<>();
    for (int layer = 0; layer < sums.size(); layer++) {
      Kernel shape = last.get(layer);
      means.add(new Kernel(shape.inputs(), shape.units(), mean(sums.get(layer))));
    }
    return means;
  }

  private float[] mean(double[] sums) {
    float[] mean = new float[sums.length];
    for (int index = 0; index < sums.length; index++) {
      mean[index] = (float) (sums[index] / images);
    }
    return mean;
  }
}
