package prunesweep.trainer.training;

import java.util.ArrayList;
import java.util.List;
import prunesweep.trainer.network.Kernel;

/**
 * The mean of gradients over images, from sums over one batch after another. Batches are added in
 * 64 bits: near a minimum their gradients nearly cancel.
 */
public final class MeanGradients {

  private List<Kernel> first = List.of();
  private List<double[]> sums = List.of();
  private int images;

  /**
   * Adds a batch.
   *
   * @param gradients one kernel a layer, of the same shapes in every batch: sums over its images;
   *     the arrays are taken over
   * @param count images of the batch
   */
  public void add(List<Kernel> gradients, int count) {
    if (images == 0) {
      first = gradients;
    } else {
      addFurther(gradients);
    }
    images += count;
  }

  private void addFurther(List<Kernel> gradients) {
    if (sums.isEmpty()) {
      sums = first.stream().map(kernel -> new double[kernel.size()]).toList();
      addTo(sums, first);
    }
    addTo(sums, gradients);
  }

  private static void addTo(List<double[]> sums, List<Kernel> gradients) {
    for (int layer = 0; layer < sums.size(); layer++) {
      double[] sum = sums.get(layer);
      float[] batch = gradients.get(layer).weights();
      for (int index = 0; index < sum.length; index++) {
        sum[index] += batch[index];
      }
    }
  }

  /**
   * The mean over all images added, in the arrays of the first batch.
   *
   * @throws IllegalArgumentException if there are none
   */
  public List<Kernel> mean() {
    if (images == 0) {
      throw new IllegalArgumentException(
          "Cannot take gradients: indices must be of one image at least, got none");
    }
    for (int layer = 0; layer < first.size(); layer++) {
      float[] mean = first.get(layer).weights();
      if (sums.isEmpty()) {
        divide(mean);
      } else {
        divide(sums.get(layer), mean);
      }
    }
    return new ArrayList<>(first);
  }

  private void divide(float[] sums) {
    for (int index = 0; index < sums.length; index++) {
      sums[index] /= images;
    }
  }

  private void divide(double[] sums, float[] means) {
    for (int index = 0; index < means.length; index++) {
      means[index] = (float) (sums[index] / images);
    }
  }
}
