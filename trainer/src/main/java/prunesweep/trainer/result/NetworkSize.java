package prunesweep.trainer.result;

import java.io.Serializable;

/**
 * The size of a network.
 *
 * @param weights kernel weights of all layers, output included, biases not
 * @param nonzeroWeights those that are not exactly zero
 * @param flops floating-point operations of one image: two a non-zero weight and place
 * @param collapsedLayers layers without a weight that is not zero: nothing of an image gets past
 *     them
 */
public record NetworkSize(long weights, long nonzeroWeights, long flops, int collapsedLayers)
    implements Serializable {

  /** Zero weights over all weights, 0..1. */
  public double sparsity() {
    return (weights - nonzeroWeights) / (double) weights;
  }

  /** All weights over non-zero weights, at least 1. */
  public double compressionRatio() {
    return weights / (double) nonzeroWeights;
  }

  /** Floating-point operations of one image, in thousands. */
  public double kiloFlops() {
    return flops / 1000.0;
  }
}
