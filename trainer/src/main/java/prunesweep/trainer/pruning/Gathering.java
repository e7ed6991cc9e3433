package prunesweep.trainer.pruning;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import prunesweep.scorer.Need;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.LayerInputs;
import prunesweep.trainer.network.NetworkView;
import prunesweep.trainer.pruning.ScoredKernels.Facts;

/**
 * Asks a network what a scorer needs, and nothing else.
 *
 * @param network is asked
 * @param images the training images
 * @param batches draws the images to look at: one array of their indices a batch
 * @param counting counts activations
 */
record Gathering(
    NetworkView network, LabelledImages images, Supplier<List<int[]>> batches, Counting counting) {

  /** The facts that {@code need} names. */
  Facts of(Need need) {
    return switch (need) {
      case NOTHING -> Facts.NONE;
      case COUNTERS -> Facts.ofCounters(counting.counters(network));
      case INPUTS -> Facts.ofValues(values());
      case GRADIENTS -> Facts.ofGradients(gradients());
      case SQUARED_GRADIENTS -> Facts.ofSquaredGradients(squaredGradients());
      case HESSIAN_GRADIENT ->
          Facts.ofHessianGradient(
              new HessianGradient(network.parameters()).of(images, allImages()));
    };
  }

  private List<List<float[]>> values() {
    return byLayer(batch -> network.inputs(images, batch), LayerInputs::values);
  }

  private List<List<float[]>> gradients() {
    return byLayer(batch -> network.gradients(images, batch), Kernel::weights);
  }

  /** One image after the other, so that no more than one image's gradients are held. */
  private List<double[]> squaredGradients() {
    int[] all = allImages();
    List<double[]> means =
        network.parameters().kernels().stream().map(kernel -> new double[kernel.size()]).toList();
    for (int image : all) {
      List<Kernel> gradients = network.gradients(images, new int[] {image});
      for (int layer = 0; layer < means.size(); layer++) {
        addSquares(means.get(layer), gradients.get(layer).weights(), all.length);
      }
    }
    return means;
  }

  private int[] allImages() {
    return batches.get().stream().flatMapToInt(Arrays::stream).toArray();
  }

  private static void addSquares(double[] means, float[] gradient, int images) {
    for (int index = 0; index < means.length; index++) {
      means[index] += (double) gradient[index] * gradient[index] / images;
    }
  }

  private <T> List<List<float[]>> byLayer(
      Function<int[], List<T>> answer, Function<T, float[]> values) {
    List<List<T>> answers = batches.get().stream().map(answer).toList();
    return IntStream.range(0, answers.get(0).size())
        .mapToObj(layer -> answers.stream().map(batch -> values.apply(batch.get(layer))).toList())
        .toList();
  }
}
