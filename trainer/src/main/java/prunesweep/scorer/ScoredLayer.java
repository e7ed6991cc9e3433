package prunesweep.scorer;

import java.util.List;
import java.util.random.RandomGenerator;

/** A layer as a scorer sees it. */
public interface ScoredLayer extends LayerWeights {

  /** Its place among the layers of the network, from 0. */
  int place();

  /**
   * The activation counter of each unit.
   *
   * @throws IllegalStateException if the scorer does not need {@link Need#COUNTERS}
   */
  long[] counters();

  /**
   * The values the layer takes: one array a batch, row by row, {@code inputs()} values a row, a row
   * an image (of a convolution an image and place).
   *
   * @throws IllegalStateException if the scorer does not need {@link Need#INPUTS}
   */
  List<float[]> values();

  /**
   * The gradient of the mean cross-entropy with respect to the weights: one array a batch, in flat
   * order.
   *
   * @throws IllegalStateException if the scorer does not need {@link Need#GRADIENTS}
   */
  List<float[]> gradients();

  /**
   * The mean of squares, over all images of all batches, of the gradient that the cross-entropy of
   * one image has with respect to the weights: one number a weight, in flat order.
   *
   * @throws IllegalStateException if the scorer does not need {@link Need#SQUARED_GRADIENTS}
   */
  double[] squaredGradients();

  /**
   * The Hessian times the gradient, of the mean cross-entropy of all images of all batches, with
   * logits divided by 200: one number a weight, in flat order.
   *
   * @throws IllegalStateException if the scorer does not need {@link Need#HESSIAN_GRADIENT}
   */
  double[] hessianGradient();

  /** The sum of numbers of the weights, one each in flat order, over those into each unit. */
  default double[] unitSums(double[] ofWeights) {
    double[] sums = new double[units()];
    for (int index = 0; index < ofWeights.length; index++) {
      sums[index % sums.length] += ofWeights[index];
    }
    return sums;
  }

  /** The random numbers of {@link ScoredNetwork#random()}, which go on from layer to layer. */
  RandomGenerator random();
}
